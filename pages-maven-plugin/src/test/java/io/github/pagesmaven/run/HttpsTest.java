package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsTest {
    @TempDir
    Path folder;

    @Test
    void aCertificateForLocalhostIsMadeOnceAndServed() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'over TLS'");
        Path store = project.project().workDirectory().resolve("localhost.p12");
        byte[] first = serve(project, store);
        assertTrue(first.length > 0);
        assertEquals(-1, Files.mismatch(store, Files.write(folder.resolve("first"), first)));
        serve(project, store);
        assertEquals(-1, Files.mismatch(store, folder.resolve("first")));
    }

    private static byte[] serve(TestProject project, Path store) throws Exception {
        try (Running running = Running.start(project, settings())) {
            assertTrue(running.server.url().startsWith("https://localhost:"));
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trusting(store)).build();
            var request = running.request("/hello").build();
            assertEquals(
                    "over TLS", trusting.send(request, BodyHandlers.ofString()).body());
            assertThrows(IOException.class, () -> Running.CLIENT.send(request, BodyHandlers.ofString()));
        }
        return Files.readAllBytes(store);
    }

    /** Trusts the certificate of a store, for the names that it is made out to. */
    private static SSLContext trusting(Path store) throws Exception {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, "pages-run".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", made.getCertificate("localhost"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static RunSettings settings() {
        TestSettings settings = new TestSettings();
        settings.https = true;
        return settings.build();
    }
}
