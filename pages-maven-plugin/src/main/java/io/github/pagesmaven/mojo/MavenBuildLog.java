package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.WordedBuildLog;
import io.github.pagesmaven.problem.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Forwards what the build tells to Maven's log; a warning is told once in a Maven session. */
final class MavenBuildLog extends WordedBuildLog {
    private static final String TOLD = MavenBuildLog.class.getName();

    private final Log log;
    private final Set<String> told;
    private final Optional<MovingLine> moving;

    /**
     * Tells a session's user.
     *
     * @param pluginContext what the goals of one plugin share in a session
     */
    MavenBuildLog(Log log, @Nullable Map<?, ?> pluginContext, MavenSession session) {
        this.log = log;
        this.told = told(pluginContext);
        // Not System.out: Maven 4 takes it line by line into its log.
        this.moving = log.isInfoEnabled() && Terminal.isLive(session)
                ? Optional.of(new MovingLine(
                        new PrintStream(new FileOutputStream(FileDescriptor.out), false, Charset.defaultCharset())))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Set<String> told(@Nullable Map<?, ?> pluginContext) {
        if (pluginContext == null) {
            return new HashSet<>();
        }
        return ((Map<String, Set<String>>) pluginContext).computeIfAbsent(TOLD, key -> new HashSet<>());
    }

    @Override
    protected void line(String text) {
        settle();
        log.info(text);
    }

    @Override
    public void problem(Problem problem) {
        settle();
        if (told.add(problem.text())) {
            problem.lines().forEach(log::warn);
        }
    }

    @Override
    protected void onceLine(String text) {
        if (told.add(text)) {
            line(text);
        }
    }

    @Override
    protected void moving(String text) {
        moving.ifPresent(line -> line.show(text));
    }

    /** Takes away the line that moves: what comes next stays. */
    void settle() {
        moving.ifPresent(MovingLine::clear);
    }

    /** Also with -q: it was asked for, and nothing else is told then. */
    @Override
    public void answer(List<String> lines) {
        if (log.isInfoEnabled()) {
            super.answer(lines);
        } else {
            lines.forEach(text -> document(text + "\n"));
        }
    }

    @Override
    public void document(String text) {
        System.out.print(text);
    }

    @Override
    public void detail(String text) {
        log.debug(text);
    }
}
