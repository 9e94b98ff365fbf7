package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.BuildRequest;
import io.github.pagesmaven.python.PythonVersion;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the parameters of a goal into a request: precedence, defaults, and what a value may be. */
final class RequestReader {
    private static final Pattern GLIBC = Pattern.compile("2\\.\\d{1,2}");
    private static final int NEWEST_MINOR = 30;

    private final AbstractPagesMojo mojo;
    private final Values values;

    RequestReader(AbstractPagesMojo mojo, Values values) {
        this.mojo = mojo;
        this.values = values;
    }

    BuildRequest read() {
        BuildRequest request =
                new BuildRequest(project(), functions(), target(), requirements(), bundle(), mojo.pluginVersion);
        values.judge();
        return request;
    }

    private BuildRequest.Project project() {
        Path target = Path.of(mojo.project.getBuild().getDirectory());
        return new BuildRequest.Project(
                mojo.project.getArtifactId(),
                mojo.projectDirectory(),
                target.resolve("pages"),
                target.resolve(mojo.project.getBuild().getFinalName() + ".zip"));
    }

    private BuildRequest.Functions functions() {
        return new BuildRequest.Functions(
                values.path("functionsDirectory", mojo.functionsDirectory),
                values.list("excludes", mojo.excludes),
                values.optionalPath("staticDirectory", mojo.staticDirectory));
    }

    private BuildRequest.Target target() {
        return new BuildRequest.Target(
                pythonVersion(),
                values.choice("architecture", mojo.architecture, List.of("x86_64", "aarch64")),
                glibcMinor());
    }

    private int glibcMinor() {
        String glibc = values.text("glibc", mojo.glibc);
        if (!GLIBC.matcher(glibc).matches()) {
            values.refuse(
                    "glibc", mojo.glibc, "'" + glibc + "' is no version of the GNU C library", "write 2.17 or later");
            return 0;
        }
        return Integer.parseInt(glibc.substring(2));
    }

    private PythonVersion pythonVersion() {
        String text = values.text("pythonVersion", mojo.pythonVersion);
        Optional<PythonVersion> version = PythonVersion.parse(text)
                .filter(parsed -> parsed.compareTo(PythonVersion.OLDEST) >= 0)
                .filter(parsed -> parsed.major() == 3 && parsed.minor() <= NEWEST_MINOR);
        if (version.isEmpty()) {
            values.refuse(
                    "pythonVersion",
                    mojo.pythonVersion,
                    "'" + text + "' is no version of Python that functions can run on",
                    "write 3.8 or later, as 3.10");
        }
        return version.orElse(PythonVersion.OLDEST);
    }

    private BuildRequest.RequirementOptions requirements() {
        return new BuildRequest.RequirementOptions(
                values.optional("python", mojo.python),
                values.choice("accelerators", mojo.accelerators, List.of("auto", "on", "off")),
                values.flag("allowSourceBuild", mojo.allowSourceBuild),
                values.map("importMap", mojo.importMap),
                mojo.session.isOffline(),
                values.optionalPath("cacheDirectory", mojo.cacheDirectory));
    }

    private BuildRequest.BundleOptions bundle() {
        return new BuildRequest.BundleOptions(
                values.choice("layout", mojo.layout, List.of("pages", "flat")),
                values.choice("precompile", mojo.precompile, List.of("auto", "on", "off")),
                values.choice("slim", mojo.slim, List.of("off", "safe")),
                values.number("sizeLimit", mojo.sizeLimit, 1, 100_000),
                entryTime());
    }

    /** As the reproducible-builds property is read everywhere in Maven: one character switches it off. */
    private Optional<Instant> entryTime() {
        String text = mojo.outputTimestamp;
        if (text == null || text.strip().length() < 2) {
            return Optional.empty();
        }
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            values.refuse(
                    "project.build.outputTimestamp",
                    text,
                    "'" + text + "' is no time",
                    "write it as 2026-01-31T00:00:00Z or as seconds since 1970");
            return Optional.empty();
        }
    }
}
