package io.github.pagesmaven.run;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.run.project.DotEnv;
import io.github.pagesmaven.run.project.Project;
import io.github.pagesmaven.run.watch.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at the sources and tells what has changed. A request may skip its look only when one began after it came; an
 * older look never replaces a newer one, since only one runs at a time.
 */
final class Sources {
    private static final long SETTLE_MILLIS = 5;
    private static final long EMPTY_MILLIS = 1000;
    private static final int FEW_FILES = 300;

    private final Project project;
    private final List<Path> roots = new ArrayList<>();
    private Snapshot last = Snapshot.NOTHING;
    private long lastLook;
    private boolean looked;

    Sources(Project project) {
        this.project = project;
        roots.add(project.functionsDirectory());
        EdgeoneJson.NAMES.forEach(name -> roots.add(project.directory().resolve(name)));
        for (String name : List.of("pages.yaml", "pom.xml", "pylock.toml")) {
            roots.add(project.directory().resolve(name));
        }
        roots.add(project.directory().resolve("requirements.txt"));
        DotEnv.NAMES.forEach(name -> roots.add(project.directory().resolve(name)));
        roots.addAll(project.inputs());
    }

    /** What has changed since the last look; nothing when one began after a moment. */
    synchronized Set<Path> changes(long since) {
        if (looked && lastLook - since > 0) {
            return Set.of();
        }
        lastLook = System.nanoTime();
        looked = true;
        Snapshot now = take();
        Set<Path> changed = now.changedSince(last);
        if (!changed.isEmpty()) {
            now = settled(now, changed);
            changed = new TreeSet<>(now.changedSince(last));
        }
        last = now;
        return changed;
    }

    /** Whether a quick look is no matter of milliseconds. */
    synchronized boolean areFew() {
        return last.size() <= FEW_FILES;
    }

    /** Whether a look without any wait finds nothing new. */
    synchronized boolean areUnchanged(long since) {
        if (!looked || lastLook - since > 0) {
            return looked;
        }
        long began = System.nanoTime();
        if (!last.holds()) {
            Snapshot now = take();
            if (!now.changedSince(last).isEmpty()) {
                return false;
            }
            last = now;
        }
        lastLook = began;
        return true;
    }

    /** Waits for a file that an editor is writing in place: it is empty for a moment, then grows. */
    private Snapshot settled(Snapshot first, Set<Path> changed) {
        Snapshot now = first;
        try {
            while (now.ageMillis(changed) < (now.hasEmptied(changed, last) ? EMPTY_MILLIS : SETTLE_MILLIS)) {
                Thread.sleep(2);
                lastLook = System.nanoTime();
                now = take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now;
    }

    private Snapshot take() {
        return Snapshot.take(roots, this::isSkipped, last);
    }

    private boolean isSkipped(String folder) {
        return project.skippedFolders().contains(folder);
    }

    /** The folders to watch. */
    synchronized Set<Path> folders() {
        Set<Path> folders = new TreeSet<>(last.folders());
        folders.add(project.directory());
        return folders;
    }
}
