package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight clients that never pause for long while files are saved. */
class LoadTest {
    private static final int CLIENTS = 8;
    private static final int SAVES = 10;

    @TempDir
    Path folder;

    private final AtomicInteger saved = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    @Test
    void noRequestFailsAndNoneSeesAnOlderFileThanTheLastSaved() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'0'");
        try (Running running = Running.start(project)) {
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Thread client = new Thread(() -> hammer(running));
                client.start();
                clients.add(client);
            }
            for (int save = 1; save <= SAVES; save++) {
                Thread.sleep(save % 2 == 0 ? 100 : 300);
                String text = TestProject.HANDLER.formatted("b'" + save + "'");
                if (save % 2 == 0) {
                    project.replace("cloud-functions/hello.py", text);
                } else {
                    project.writing("hello.py", text);
                }
                saved.set(save);
            }
            Thread.sleep(300);
            over.set(true);
            for (Thread client : clients) {
                client.join();
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(answered.get() > SAVES);
    }

    private void hammer(Running running) {
        while (!over.get()) {
            int before = saved.get();
            try {
                HttpResponse<String> answer = running.get("/hello");
                answered.incrementAndGet();
                if (answer.statusCode() != 200 || Integer.parseInt(answer.body()) < before) {
                    wrong.add(answer.statusCode() + " " + answer.body() + " after save " + before);
                }
                Thread.sleep(5);
            } catch (Exception e) {
                wrong.add(e + " after save " + before);
            }
        }
    }
}
