package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.WordedBuildLog;
import io.github.pagesmaven.problem.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Forwards what the build tells to Maven's log; a warning is told once in a Maven session. */
final class MavenBuildLog extends WordedBuildLog {
    private static final String TOLD = MavenBuildLog.class.getName();

    private final Log log;
    private final Set<String> told;

    MavenBuildLog(Log log, @Nullable Map<?, ?> pluginContext) {
        this.log = log;
        this.told = told(pluginContext);
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
        log.info(text);
    }

    @Override
    public void problem(Problem problem) {
        if (told.add(problem.text())) {
            problem.lines().forEach(log::warn);
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
