package io.github.pagesmaven.zip;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Judges the size of a zip and tells what takes the room. */
final class SizeLimit {
    private static final int SHOWN = 10;
    private static final String FIX =
            "remove requirements that are not needed, try -Dpages.slim=safe, or raise <sizeLimit> where your plan allows it";

    private SizeLimit() {}

    /** The report with its warnings; a zip above the limit ends the build. */
    static ZipReport judge(ZipReport report, ZipRequest request) {
        long limit = request.sizeLimit();
        if (report.size() > limit) {
            throw PagesException.failure(problem(
                    Severity.ERROR,
                    "the zip has " + megabytes(report.size()) + ", the limit is " + megabytes(limit),
                    report));
        }
        List<Problem> problems = report.unpackedSize() <= limit
                ? List.of()
                : List.of(problem(
                        Severity.WARNING,
                        "unpacked, the zip takes " + megabytes(report.unpackedSize()) + ", more than the "
                                + megabytes(limit) + " that it may have itself",
                        report));
        return new ZipReport(
                report.size(), report.unpackedSize(), report.entries(), report.groups(), report.rewritten(), problems);
    }

    private static Problem problem(Severity severity, String what, ZipReport report) {
        List<String> details = new ArrayList<>();
        details.add("the largest parts, zipped and unpacked:");
        report.groups().stream()
                .limit(SHOWN)
                .forEach(group -> details.add(String.format(
                        Locale.ROOT,
                        "%10s %10s  %s",
                        megabytes(group.compressed()),
                        megabytes(group.unpacked()),
                        group.group())));
        return new Problem(Code.SIZE_LIMIT, severity, "<sizeLimit>", what, details, FIX);
    }

    /** Bytes as people read them; 1 MB is 1024 times 1024 bytes, as in the platform's limits. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024.0));
    }
}
