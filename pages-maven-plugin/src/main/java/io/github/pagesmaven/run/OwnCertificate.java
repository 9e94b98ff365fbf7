package io.github.pagesmaven.run;

import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for localhost, made once per project by the JDK's keytool and trusted by nobody else. */
final class OwnCertificate {
    /** Protects nothing: the key is for this machine, beside the password. */
    private static final String PASSWORD = "pages-run";

    private OwnCertificate() {}

    static SSLContext in(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("localhost.p12");
        if (Files.notExists(store)) {
            Files.createDirectories(folder);
            make(store);
        }
        try (InputStream content = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(content, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(store + " cannot be used: delete it and start again", e);
        }
    }

    private static void make(Path store) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Outcome outcome = ChildProcess.run(Command.of(
                keytool,
                List.of(
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "825",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)));
        if (!outcome.succeeded()) {
            throw new IOException("keytool made no certificate: " + outcome.text());
        }
    }
}
