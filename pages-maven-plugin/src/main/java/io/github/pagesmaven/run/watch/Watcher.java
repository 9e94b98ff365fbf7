package io.github.pagesmaven.run.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls back soon after something in the watched folders has changed, and now and then in any case. */
public final class Watcher implements AutoCloseable {
    private static final long POLL_MILLIS = 300;
    private static final long RARELY_MILLIS = 2000;
    private static final long COALESCE_MILLIS = 10;

    private final WatchMode mode;
    private final Runnable look;
    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final Thread thread;

    /**
     * @param mode NATIVE or POLL
     * @param look finds out what has changed; called in the watcher's own thread
     */
    public Watcher(WatchMode mode, Runnable look) throws IOException {
        this.mode = mode;
        this.look = look;
        this.service = FileSystems.getDefault().newWatchService();
        this.thread = new Thread(this::run, "pages-watch");
        thread.setDaemon(true);
    }

    /** Begins to call back. */
    public void start() {
        thread.start();
    }

    /** Watches these folders, and no others, from now on. */
    public synchronized void folders(Set<Path> folders) {
        if (mode != WatchMode.NATIVE) {
            return;
        }
        for (Path folder : folders) {
            keys.computeIfAbsent(folder, this::register);
        }
        keys.entrySet().removeIf(entry -> {
            boolean gone = !folders.contains(entry.getKey());
            if (gone) {
                entry.getValue().cancel();
            }
            return gone || !entry.getValue().isValid();
        });
    }

    private @Nullable WatchKey register(Path folder) {
        try {
            return folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException gone) {
            return null;
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                WatchKey key =
                        service.poll(mode == WatchMode.NATIVE ? RARELY_MILLIS : POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    Thread.sleep(COALESCE_MILLIS);
                }
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = service.poll();
                }
                look.run();
            }
        } catch (ClosedWatchServiceException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
