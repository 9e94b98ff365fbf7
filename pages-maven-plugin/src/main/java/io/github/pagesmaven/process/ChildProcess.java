package io.github.pagesmaven.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs one command to its end and keeps what it says. */
public final class ChildProcess {
    private ChildProcess() {}

    /**
     * Runs a command and waits for it.
     *
     * @throws IOException when the program cannot be started
     * @throws InterruptedException when this thread is interrupted; the child and its children are ended first
     */
    public static Outcome run(Command command) throws IOException, InterruptedException {
        return run(command, line -> {});
    }

    /** The same; each line of standard error is told as it comes. */
    public static Outcome run(Command command, Consumer<String> onError) throws IOException, InterruptedException {
        Process process = command.builder().start();
        Thread hook = new Thread(() -> end(process), "pages-child-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return follow(command, process, onError);
        } finally {
            end(process);
            removeHook(hook);
        }
    }

    private static Outcome follow(Command command, Process process, Consumer<String> onError)
            throws InterruptedException {
        List<String> output = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        Thread feeder = start("pages-child-in", () -> feed(process, command.input()));
        Thread reader = start("pages-child-out", () -> read(process.getInputStream(), output::add));
        Thread errorReader = start(
                "pages-child-err",
                () -> read(process.getErrorStream(), line -> {
                    errors.add(line);
                    onError.accept(line);
                }));
        boolean ended = true;
        if (command.timeout().isPresent()) {
            ended = process.waitFor(command.timeout().get().toMillis(), TimeUnit.MILLISECONDS);
        } else {
            process.waitFor();
        }
        if (!ended) {
            end(process);
        }
        int exitCode = process.waitFor();
        feeder.join();
        reader.join();
        errorReader.join();
        return new Outcome(exitCode, output, errors, !ended);
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void feed(Process process, String input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closedByChild) {
            // A child that does not want its input says so by its exit code.
        }
    }

    private static void read(InputStream stream, Consumer<String> consumer) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                consumer.accept(line);
                line = reader.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends a process and everything that it started; nothing happens when it has ended already, since then nobody knows
     * any more what it has started.
     */
    public static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: it ends the child itself.
        }
    }
}
