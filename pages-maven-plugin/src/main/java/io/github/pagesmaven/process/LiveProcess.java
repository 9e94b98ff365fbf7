package io.github.pagesmaven.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A child process that lives as long as this one wants: lines go in and come out while it runs. Its standard input
 * stays open, so that a child that reads it sees the end of this process, however that ends.
 */
public final class LiveProcess implements AutoCloseable {
    private final Process process;
    private final Thread hook;
    private final CompletableFuture<Integer> ended;

    private LiveProcess(Process process) {
        this.process = process;
        this.hook = new Thread(() -> ChildProcess.end(process), "pages-live-end");
        this.ended = new CompletableFuture<>();
    }

    /**
     * Starts a command; its input and timeout are not used.
     *
     * @param onOutput takes each line of standard output, in one thread
     * @param onError takes each line of standard error, in one thread
     * @throws IOException when the program cannot be started
     */
    public static LiveProcess start(Command command, Consumer<String> onOutput, Consumer<String> onError)
            throws IOException {
        LiveProcess live = new LiveProcess(command.builder().start());
        Runtime.getRuntime().addShutdownHook(live.hook);
        Thread output = read("pages-live-out", live.process.getInputStream(), onOutput);
        Thread errors = read("pages-live-err", live.process.getErrorStream(), onError);
        Thread watcher = new Thread(() -> live.await(output, errors), "pages-live-wait");
        watcher.setDaemon(true);
        watcher.start();
        return live;
    }

    private static Thread read(String name, InputStream stream, Consumer<String> consumer) {
        Thread thread = new Thread(() -> lines(stream, consumer), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void lines(InputStream stream, Consumer<String> consumer) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                consumer.accept(line);
                line = reader.readLine();
            }
        } catch (IOException closed) {
            // The process was ended while this thread was reading.
        }
    }

    private void await(Thread output, Thread errors) {
        try {
            int status = process.waitFor();
            removeHook();
            // A grandchild may hold the pipes open for ever: what the process itself wrote is read by then.
            output.join(500);
            errors.join(500);
            ended.complete(status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes one line to the child's standard input; false when it reads no more. */
    public boolean send(String line) {
        OutputStream stream = process.getOutputStream();
        synchronized (stream) {
            try {
                stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                stream.flush();
                return true;
            } catch (IOException ended) {
                return false;
            }
        }
    }

    /** Its exit code, once it has ended and its last lines were taken; 128 + signal when it was killed. */
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Asks it to end; after the grace time it is ended with all its children. Returns at once. */
    public void stop(long graceMillis) {
        process.destroy();
        CompletableFuture.delayedExecutor(graceMillis, TimeUnit.MILLISECONDS).execute(() -> {
            if (process.isAlive()) {
                ChildProcess.end(process);
            }
        });
    }

    /** Ends it and everything that it started, now. */
    @Override
    public void close() {
        ChildProcess.end(process);
        removeHook();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: it ends the child itself.
        }
    }
}
