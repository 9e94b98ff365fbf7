package io.github.pagesmaven.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A wheel that is unpacked in the cache: its files, checked against RECORD when they were written, are given a second
 * name in a project instead of being written again.
 *
 * @param installed the wheel with its files
 * @param tree the folder that holds them
 */
record UnpackedWheel(InstalledDistribution installed, Path tree) implements WheelContent {
    @Override
    public Wheel wheel() {
        return installed.wheel();
    }

    @Override
    public List<WheelFile> files() {
        return installed.files().stream()
                .map(file -> new WheelFile(file.path(), file.entry(), file.size(), file.executable(), ""))
                .toList();
    }

    @Override
    public List<String> paths() {
        return installed.files().stream().map(InstalledFile::path).toList();
    }

    @Override
    public boolean isUnpacked() {
        return true;
    }

    @Override
    public InputStream content(WheelFile file) throws IOException {
        return Files.newInputStream(tree.resolve(file.path()));
    }

    /**
     * Gives all files a name in another folder.
     *
     * @param standing tells which files stand there already
     */
    InstalledDistribution linkInto(Path packages, Predicate<String> standing) throws IOException {
        Path folder = packages;
        List<InstalledFile> files = new ArrayList<>(installed.files().size());
        for (InstalledFile file : installed.files()) {
            Path target = packages.resolve(file.path());
            if (standing.test(file.path())) {
                files.add(file.changedAt(target.toFile().lastModified()));
                continue;
            }
            if (!folder.equals(target.getParent())) {
                folder = Files.createDirectories(target.resolveSibling(""));
            }
            Files.createLink(target, tree.resolve(file.path()));
            files.add(file);
        }
        return new InstalledDistribution(installed.wheel(), files, installed.leftOut());
    }

    @Override
    public void close() {
        // Nothing is open between two reads.
    }
}
