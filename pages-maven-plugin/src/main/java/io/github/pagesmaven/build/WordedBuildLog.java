package io.github.pagesmaven.build;

import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.resolve.Resolution;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.stage.bytecode.Precompiled;
import io.github.pagesmaven.zip.ZipReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds the wording of everything that a build tells; where the lines go is decided below. */
public abstract class WordedBuildLog implements BuildLog {
    /** One line for the user. */
    protected abstract void line(String text);

    /** One line that several goals of a build may want to tell, and that is told by the first of them. */
    protected void onceLine(String text) {
        line(text);
    }

    /** What is being done now, for somebody who looks on; told nowhere else. */
    protected void moving(String text) {}

    @Override
    public void scanned(FunctionTree tree, List<String> routes) {
        List<String> counts = new ArrayList<>(List.of(count(tree.functions().size(), "function")));
        if (!tree.modules().isEmpty()) {
            counts.add(count(tree.modules().size(), "auxiliary module"));
        }
        if (!tree.resources().isEmpty()) {
            counts.add(count(tree.resources().size(), "other file"));
        }
        line(String.join(", ", counts) + " in " + tree.folderName());
        line("");
        routes.forEach(row -> line("  " + row));
    }

    @Override
    public void resolving(String said) {
        detail(said);
        moving(said.strip());
    }

    @Override
    public void resolved(Resolved resolved) {
        Resolution resolution = resolved.resolution();
        int number = resolution.distributions().size();
        switch (resolution.basis()) {
            case NOTHING -> line("Nothing to install: the functions need the standard library only");
            case LOCK -> line(count(number, "distribution") + " from pylock.toml");
            case LAST_BUILD -> line(count(number, "distribution") + ", unchanged since the last build");
            case PIP ->
                line("Resolved " + count(number, "distribution") + ", " + (number - resolution.fetched())
                        + " cached; target/pages/requirements.txt says why");
        }
        resolution.notes().forEach(note -> line("  " + note));
    }

    @Override
    public void installing(String distribution, int done, int total) {
        detail("unpacked " + distribution);
        moving("Installing " + done + "/" + total + "  " + distribution);
    }

    @Override
    public void installed(InstalledPackages packages, Resolution resolution, long time) {
        int number = packages.distributions().size();
        line("Installed " + count(number, "distribution") + " (" + size(packages.size()) + ", "
                + (number - resolution.fetched()) + " cached) in " + seconds(time));
        if (packages.leftOut() > 0) {
            line("slim=safe left out " + size(packages.leftOut()));
        }
    }

    @Override
    public void precompiled(Precompiled result) {
        if (result.modules() > 0) {
            onceLine("Bytecode of " + count(result.modules(), "module") + " adds " + size(result.added())
                    + (result.reason().isEmpty() ? "" : "; " + result.reason()));
        } else if (!result.reason().isEmpty()) {
            detail("no bytecode: " + result.reason());
        }
    }

    @Override
    public void zipped(Path zip, ZipReport report) {
        line(zip + "  " + size(report.size()) + " (" + size(report.unpackedSize()) + " unpacked, "
                + count(report.entries(), "file") + ")" + (report.rewritten() ? "" : ", unchanged"));
        line("Next: mvn pages:run serves it here, edgeone pages deploy " + zip + " -n NAME puts it online");
    }

    @Override
    public void locked(Path lock, Resolved resolved) {
        line("Wrote " + lock.getFileName() + ": "
                + count(resolved.resolution().distributions().size(), "distribution") + ", hashes included");
        line("Next: commit it; builds install exactly this until mvn pages:lock is run again");
    }

    @Override
    public void cacheCleaned(Path directory, long freed) {
        line("Freed " + size(freed) + " in " + directory);
    }

    @Override
    public void answer(List<String> lines) {
        lines.forEach(this::line);
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.1f s", nanoseconds / 1e9);
    }

    /** Bytes as people read them: 1.2 MB, 340 kB. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double kilo = bytes / 1024.0;
        return kilo < 1000
                ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, kilo))
                : String.format(Locale.ROOT, "%.1f MB", kilo / 1024);
    }
}
