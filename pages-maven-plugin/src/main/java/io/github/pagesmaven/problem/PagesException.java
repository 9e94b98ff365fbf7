package io.github.pagesmaven.problem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends a build with problems: all mistakes of one kind at once. */
public final class PagesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who has to act. */
    public enum Kind {
        /** The sources or the configuration are wrong: a build failure. */
        FAILURE,
        /** The machine is not ready: a build error. */
        ERROR
    }

    private final Kind kind;
    private final transient List<Problem> problems;

    private PagesException(Kind kind, List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")), cause);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    /** The user's mistakes. */
    public static PagesException failure(List<Problem> problems) {
        return new PagesException(Kind.FAILURE, problems, null);
    }

    /** One mistake of the user. */
    public static PagesException failure(Problem problem) {
        return failure(List.of(problem));
    }

    /** What the machine lacks or refuses. */
    public static PagesException error(Problem problem) {
        return new PagesException(Kind.ERROR, List.of(problem), null);
    }

    /** What the machine lacks or refuses, with the exception that told so. */
    public static PagesException error(Problem problem, Throwable cause) {
        return new PagesException(Kind.ERROR, List.of(problem), cause);
    }

    /** A file of the build that cannot be written: the disk is full, or its folder is read-only. */
    public static PagesException notWritable(Path file, IOException cause) {
        return notWritable(file.toString(), cause);
    }

    /** The same for what is told by its name. */
    public static PagesException notWritable(String place, IOException cause) {
        return error(
                Problem.error(
                        Code.NOT_WRITABLE,
                        place,
                        "cannot be written",
                        "make the folder writable, or free space on its disk",
                        String.valueOf(cause.getMessage())),
                cause);
    }

    /** Who has to act. */
    public Kind kind() {
        return kind;
    }

    /** What went wrong, in the order found. */
    public List<Problem> problems() {
        return problems;
    }
}
