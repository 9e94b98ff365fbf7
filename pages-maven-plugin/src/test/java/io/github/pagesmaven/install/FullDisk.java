package io.github.pagesmaven.install;

import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.zip.BundleZip;
import io.github.pagesmaven.zip.ZipItem;
import io.github.pagesmaven.zip.ZipRequest;
import io.github.pagesmaven.zip.ZipSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Does what a build does with files, in a process of its own that may not write large ones. */
final class FullDisk {
    private FullDisk() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path wheel = Path.of(arguments[1]);
        String hash = arguments[2];
        WheelCache cache = WheelCache.open(folder.resolve("cache"), folder.resolve("own"), problem -> {});
        tell(() -> cache.add(wheel, hash));
        tell(() -> Installer.install(request(folder, new Wheel("shop", "1.0", "shop-1.0.whl", hash, wheel))));
        tell(() -> BundleZip.write(zip(folder, wheel)));
    }

    static InstallRequest request(Path folder, Wheel wheel) {
        return new InstallRequest(
                List.of(wheel),
                folder.resolve("packages"),
                folder.resolve("packages.index"),
                false,
                true,
                Optional.of(folder.resolve("cache")),
                (name, done, total) -> {});
    }

    static ZipRequest zip(Path folder, Path file) {
        return new ZipRequest(
                List.of(new ZipItem("large", new ZipSource.OnDisk(file), false, "functions")),
                folder.resolve("out.zip"),
                folder.resolve("zip.state"),
                ZipRequest.OLDEST,
                Long.MAX_VALUE);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void tell(Work work) {
        try {
            work.run();
            System.out.println("done");
        } catch (PagesException e) {
            System.out.println(e.problems().get(0).code().id());
        } catch (IOException e) {
            System.out.println("IOException");
        }
    }
}
