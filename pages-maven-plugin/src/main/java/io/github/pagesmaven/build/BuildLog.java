package io.github.pagesmaven.build;

import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.resolve.Resolution;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.stage.bytecode.Precompiled;
import io.github.pagesmaven.zip.ZipReport;
import java.nio.file.Path;
import java.util.List;

/** What a user is told while a build runs: one method for each event. */
public interface BuildLog {
    /** The functions were read and their routes are known; the table of these is laid out for people. */
    void scanned(FunctionTree tree, List<String> routes);

    /** pip has said something while it resolves or fetches; without credentials. */
    void resolving(String said);

    /** It is known what is to be installed. */
    void resolved(Resolved resolved);

    /** One of the distributions was unpacked. */
    void installing(String distribution, int done, int total);

    /** The distributions stand in the bundle; the time is in nanoseconds. */
    void installed(InstalledPackages packages, Resolution resolution, long time);

    /** The zip is there. */
    void zipped(Path zip, ZipReport report);

    /** The requirements were resolved anew and written down. */
    void locked(Path lock, Resolved resolved);

    /** The cache of wheels is empty; the size of what was in it is in bytes. */
    void cacheCleaned(Path directory, long freed);

    /** A warning: told once in a Maven session. */
    void problem(Problem problem);

    /** Modules were compiled ahead of time, or not. */
    void precompiled(Precompiled result);

    /** Text that was asked for, as it is. */
    void answer(List<String> lines);

    /** A text for a machine: it goes to standard output as it is, however quiet Maven was told to be. */
    void document(String text);

    /** For those who ask for it with -X: which interpreter, which commands, what was reused. */
    void detail(String text);
}
