package io.github.pagesmaven.run.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Map;

/** Obeys letters typed with Enter. The end of the input is no command: in CI it comes at once. */
public final class Letters {
    private Letters() {}

    /**
     * Reads in a thread of its own.
     *
     * @param commands what each letter does; any other one does what h does
     */
    public static void listen(InputStream input, Map<String, Runnable> commands) {
        Thread thread = new Thread(() -> read(input, commands), "pages-letters");
        thread.setDaemon(true);
        thread.start();
    }

    private static void read(InputStream input, Map<String, Runnable> commands) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()));
        try {
            String line = reader.readLine();
            while (line != null) {
                String typed = line.strip();
                commands.getOrDefault(typed, typed.isEmpty() ? () -> {} : commands.getOrDefault("h", () -> {}))
                        .run();
                line = reader.readLine();
            }
        } catch (IOException closed) {
            // No terminal any more: the server goes on until it is ended.
        }
    }
}
