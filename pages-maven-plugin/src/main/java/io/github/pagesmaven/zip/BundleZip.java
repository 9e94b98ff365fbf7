package io.github.pagesmaven.zip;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a zip whose bytes depend on nothing but its entries: sorted, with one time and two modes, no directory
 * entries. What is compressed already is copied, not compressed again. The file is replaced as a whole, and left alone
 * when it already holds the same.
 */
public final class BundleZip {
    private static final String PART = ".part";
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private BundleZip() {}

    /**
     * Writes a zip, or finds that the one on disk is it.
     *
     * @throws PagesException when the zip would be larger than its limit (PAGES-020) or cannot be written (PAGES-027);
     *     what stood there before then still stands
     */
    public static ZipReport write(ZipRequest request) {
        try {
            List<ZipItem> items = sorted(request.items());
            Fingerprint fingerprint = Fingerprint.of(items, request.part(), request.time());
            Optional<ZipState> last = ZipState.read(request.state()).filter(state -> state.describes(request.zip()));
            if (last.isPresent() && last.get().fingerprint().equals(fingerprint.value())) {
                return SizeLimit.judge(last.get().report(), request);
            }
            return replace(request, items, fingerprint, last);
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            request.zip().toString(),
                            "the zip cannot be written: " + reason(e),
                            "free the disk or make the folder writable, then build again"),
                    e);
        }
    }

    private static List<ZipItem> sorted(List<ZipItem> items) {
        List<ZipItem> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(ZipItem::path));
        for (int i = 1; i < sorted.size(); i++) {
            String path = sorted.get(i).path();
            if (sorted.get(i - 1).path().equals(path)) {
                throw new IllegalArgumentException("two entries are called " + path);
            }
        }
        return sorted;
    }

    private static ZipReport replace(
            ZipRequest request, List<ZipItem> items, Fingerprint fingerprint, Optional<ZipState> last)
            throws IOException {
        Path zip = request.zip().toAbsolutePath();
        Path folder = Files.createDirectories(zip.resolveSibling(""));
        sweep(folder, "." + zip.getFileName());
        Path temporary = folder.resolve("." + zip.getFileName() + UUID.randomUUID() + PART);
        try {
            ZipReport report = SizeLimit.judge(write(request, items, fingerprint, last, temporary), request);
            Files.deleteIfExists(request.state());
            move(temporary, zip);
            ZipState.of(fingerprint, report, zip).write(request.state());
            return report;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static ZipReport write(
            ZipRequest request, List<ZipItem> items, Fingerprint fingerprint, Optional<ZipState> last, Path temporary)
            throws IOException {
        if (last.isPresent() && last.get().base().equals(fingerprint.base())) {
            Optional<ZipReport> report = new Splice(request, last.get(), fingerprint).write(items, temporary);
            if (report.isPresent()) {
                return report.get();
            }
        }
        List<ZipItem> all = new ArrayList<>(items);
        all.addAll(request.part().items().get());
        Previous previous = new Previous(request.zip().toAbsolutePath(), last, fingerprint);
        return new EntryWriter(request.time(), previous).write(sorted(all), temporary);
    }

    /** Deletes what a build that was killed has left behind; a build of now may be writing beside this one. */
    private static void sweep(Path folder, String start) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                boolean ours = name.endsWith(PART) && (name.startsWith(start) || name.startsWith(Deflated.SCRATCH));
                if (ours && file.toFile().lastModified() < System.currentTimeMillis() - LEFT_OVER.toMillis()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
