package io.github.pagesmaven.build;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.stage.ArchiveEntries;
import io.github.pagesmaven.stage.Assets;
import io.github.pagesmaven.stage.Bundle;
import io.github.pagesmaven.stage.BundleEntry;
import io.github.pagesmaven.stage.EntrySource;
import io.github.pagesmaven.zip.BundleZip;
import io.github.pagesmaven.zip.ZipItem;
import io.github.pagesmaven.zip.ZipPart;
import io.github.pagesmaven.zip.ZipReport;
import io.github.pagesmaven.zip.ZipRequest;
import io.github.pagesmaven.zip.ZipSource;
import java.util.List;

/** Writes the artifact. */
final class ZipStep {
    private static final long MEGABYTE = 1024 * 1024;

    private final BuildRequest request;
    private final BuildLog log;

    ZipStep(BuildRequest request, BuildLog log) {
        this.request = request;
        this.log = log;
    }

    ZipReport run(Scanned scanned, Bundle bundle) {
        List<ZipItem> items =
                entries(scanned, bundle).stream().map(ZipStep::item).toList();
        String folder =
                isFlat() ? "" : ArchiveEntries.functionsFolder(request.project().name());
        ZipReport report = BundleZip.write(new ZipRequest(
                items,
                new ZipPart(folder + " " + bundle.packages().identity(), () -> bundle.packageEntries().stream()
                        .map(entry -> item(entry.below(folder)))
                        .toList()),
                request.project().zip(),
                request.project().work().resolve("zip.state"),
                request.bundle().entryTime().orElse(ZipRequest.OLDEST),
                request.bundle().sizeLimit() * MEGABYTE));
        report.problems().forEach(log::problem);
        return report;
    }

    private boolean isFlat() {
        return request.bundle().layout().equals("flat");
    }

    private List<BundleEntry> entries(Scanned scanned, Bundle bundle) {
        if (isFlat()) {
            return ArchiveEntries.flat(bundle, request.target().python().minor());
        }
        Assets assets = scanned.staticDirectory().map(Assets::of).orElse(Assets.none());
        assets.problems().forEach(log::problem);
        return ArchiveEntries.pages(
                request.project().name(),
                bundle,
                assets,
                EdgeoneJson.file(request.project().directory()));
    }

    private static ZipItem item(BundleEntry entry) {
        return new ZipItem(entry.path(), source(entry.source()), entry.executable(), entry.part());
    }

    private static ZipSource source(EntrySource source) {
        if (source instanceof EntrySource.OnDisk file) {
            return new ZipSource.OnDisk(file.file());
        }
        if (source instanceof EntrySource.InArchive inArchive) {
            return new ZipSource.InArchive(inArchive.archive(), inArchive.sha256(), inArchive.entry());
        }
        return new ZipSource.InMemory(((EntrySource.InMemory) source).text());
    }
}
