package io.github.pagesmaven.install;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the files of each wheel get to their places: those that stand there stay, those of a wheel that is unpacked in the
 * cache get a second name, all others are unpacked.
 */
final class Placement implements AutoCloseable {
    private final InstallRequest request;
    private final Map<String, InstalledDistribution> kept = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private final TreeCheck tree;
    private final Unpacker unpacker;
    private final Optional<UnpackedWheels> shared;
    private int done;

    /**
     * @param standing what was installed before, by name
     * @param tree which files of it are there still
     */
    Placement(InstallRequest request, Map<String, InstalledDistribution> standing, TreeCheck tree) {
        this.request = request;
        this.tree = tree;
        standing.forEach((name, one) -> {
            if (one.files().stream().allMatch(file -> tree.isWhole(file.path()))) {
                kept.put(name, one);
            }
        });
        this.unpacker = new Unpacker(request.packages(), new Slimming(request.slim()));
        boolean all = kept.size() == request.wheels().size();
        this.shared = request.cache()
                .filter(cache -> !all && !request.slim() && UnpackedWheels.canLink(cache, request.packages()))
                .map(UnpackedWheels::new);
    }

    /** How many wheels are not there yet. */
    int missing() {
        return request.wheels().size() - kept.size();
    }

    WheelContent open(Wheel wheel) throws IOException {
        InstalledDistribution standing = kept.get(wheel.name());
        if (standing != null) {
            return new UnpackedWheel(standing, request.packages());
        }
        if (shared.isEmpty()) {
            return WheelArchive.open(wheel);
        }
        WheelContent content = shared.get().of(wheel);
        tell(wheel);
        return content;
    }

    InstalledDistribution put(WheelContent content) throws IOException {
        if (kept.containsKey(content.wheel().name())) {
            return Objects.requireNonNull(kept.get(content.wheel().name()));
        }
        if (content instanceof UnpackedWheel unpacked) {
            return link(unpacked);
        }
        InstalledDistribution installed = unpacker.unpack((WheelArchive) content, this::stands);
        tell(content.wheel());
        return installed;
    }

    private InstalledDistribution link(UnpackedWheel unpacked) throws IOException {
        try {
            return unpacked.linkInto(request.packages(), this::stands);
        } catch (FileSystemException full) {
            // No more names for a file, or another build has just found the wheel damaged.
            try (WheelArchive archive = WheelArchive.open(unpacked.wheel())) {
                return unpacker.unpack(
                        archive, path -> Files.exists(request.packages().resolve(path)));
            }
        }
    }

    private boolean stands(String path) {
        return tree.isWhole(path) || !placed.add(path);
    }

    private void tell(Wheel wheel) {
        request.progress().unpacked(wheel.label(), ++done, missing());
    }

    @Override
    public void close() {
        unpacker.close();
    }
}
