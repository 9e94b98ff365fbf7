package io.github.pagesmaven.stage;

import static io.github.pagesmaven.install.WheelBuilder.wheel;

import io.github.pagesmaven.install.InstallRequest;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.install.Installer;
import io.github.pagesmaven.install.Wheel;
import io.github.pagesmaven.install.WheelCache;
import io.github.pagesmaven.zip.BundleZip;
import io.github.pagesmaven.zip.ZipItem;
import io.github.pagesmaven.zip.ZipPart;
import io.github.pagesmaven.zip.ZipRequest;
import io.github.pagesmaven.zip.ZipSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A project that is built from wheels in a folder to the zip; also a program, so that it can be killed. */
final class SmallBuild {
    private final Path project;
    private final Path cache;
    private final Path index;

    SmallBuild(Path project, Path cache, Path index) {
        this.project = project;
        this.cache = cache;
        this.index = index;
    }

    /** Builds variant 0, 1, 0, 1 ... until it is killed, or once when a third argument says which. */
    public static void main(String[] arguments) throws IOException {
        SmallBuild build = new SmallBuild(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        if (arguments.length > 3) {
            build.build(Integer.parseInt(arguments[3]));
            return;
        }
        System.out.println("ready");
        for (int i = 0; ; i++) {
            WheelCache.clean(build.cache);
            build.build(i % 2);
        }
    }

    /** What an index would deliver. */
    static void fillIndex(Path index) throws IOException {
        for (int i = 0; i < 8; i++) {
            var builder = wheel("dist" + i, "1");
            for (int j = 0; j < 25; j++) {
                builder.file("dist" + i + "/m" + j + ".py", ("x = " + i * j + "\n").repeat(400));
            }
            builder.file("dist" + i + "/你好 [id].txt", "text").in(index);
        }
    }

    Path build(int variant) throws IOException {
        write("api/[id].py", "variant = " + variant + "\n");
        write("你好.txt", "text");
        WheelCache wheels = WheelCache.open(cache, project.resolve("target/cache"), problem -> {
            throw new IllegalStateException(problem.text());
        });
        Path work = project.resolve("target/pages");
        InstalledPackages packages = Installer.install(new InstallRequest(
                fetch(wheels, variant),
                work.resolve("staging/packages"),
                work.resolve("packages.index"),
                false,
                true,
                wheels.forAll(),
                (name, done, total) -> {}));
        Bundle bundle = Stager.stage(new StageRequest(
                work.resolve("staging"),
                project.resolve("cloud-functions"),
                List.of("api/[id].py", "你好.txt"),
                Set.of(),
                "{}",
                "",
                packages));
        List<ZipItem> items = ArchiveEntries.pages("shop", bundle, Assets.none(), Optional.empty()).stream()
                .map(SmallBuild::item)
                .toList();
        ZipPart part = new ZipPart(packages.identity(), () -> bundle.packageEntries().stream()
                .map(entry -> item(entry.below(ArchiveEntries.functionsFolder("shop"))))
                .toList());
        Path zip = project.resolve("target/shop.zip");
        BundleZip.write(new ZipRequest(items, part, zip, work.resolve("zip.state"), ZipRequest.OLDEST, Long.MAX_VALUE));
        return zip;
    }

    private static ZipItem item(BundleEntry entry) {
        return new ZipItem(entry.path(), source(entry.source()), entry.executable(), entry.part());
    }

    private List<Wheel> fetch(WheelCache wheels, int variant) throws IOException {
        List<Wheel> chosen = new ArrayList<>();
        for (int i = variant; i < 7 + variant; i++) {
            Wheel wheel = wheel("dist" + i, "1").known(index);
            Optional<Path> kept = wheels.find(wheel.sha256());
            Path file = kept.isPresent() ? kept.get() : wheels.add(wheel.file(), wheel.sha256());
            chosen.add(new Wheel(wheel.name(), wheel.version(), wheel.fileName(), wheel.sha256(), file));
        }
        return chosen;
    }

    private static ZipSource source(EntrySource source) {
        if (source instanceof EntrySource.InArchive wheel) {
            return new ZipSource.InArchive(wheel.archive(), wheel.sha256(), wheel.entry());
        }
        return new ZipSource.OnDisk(((EntrySource.OnDisk) source).file());
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve("cloud-functions").resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
