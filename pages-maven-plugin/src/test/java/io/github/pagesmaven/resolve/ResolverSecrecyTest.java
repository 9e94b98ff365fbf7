package io.github.pagesmaven.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.requirement.RequirementsText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password in the URL of an index opens it, and is seen nowhere. */
class ResolverSecrecyTest {
    private static final String PASSWORD = "Tr0ub4dor";

    private ResolverBench bench;

    @BeforeEach
    void makeBench(@TempDir Path folder) throws IOException {
        bench = new ResolverBench(folder);
        bench.index.pure("shop", "1.0", "Requires-Dist: cart");
        bench.index.pure("cart", "2.0");
    }

    private PasswordIndex index(boolean hashes) throws IOException {
        return new PasswordIndex(bench.index.folder(), "me", PASSWORD, hashes);
    }

    private void declare(String... lines) throws IOException {
        Files.write(bench.project.resolve("requirements.txt"), List.of(lines));
    }

    private void assertNothingIsTold(Object... told) throws IOException {
        for (Object text : told) {
            assertFalse(text.toString().contains(PASSWORD), text::toString);
        }
        assertFalse(String.join("\n", bench.pipLines).contains(PASSWORD));
        try (Stream<Path> files = Files.walk(bench.project)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                boolean users = file.equals(bench.project.resolve("requirements.txt"));
                boolean holds =
                        Files.readString(file, StandardCharsets.ISO_8859_1).contains(PASSWORD);
                assertTrue(users || !holds, file::toString);
            }
        }
    }

    @Test
    void aPasswordInTheFileOpensTheIndexForResolvingAndFetching() throws IOException {
        try (PasswordIndex index = index(true)) {
            declare("--index-url http://me:" + PASSWORD + "@" + index.host() + "/simple", "shop");
            ResolveRequest request = bench.request();
            Resolution resolution = Resolver.lock(request);
            assertEquals(List.of("cart 2.0", "shop 1.0"), ResolverBench.labels(resolution));
            assertNothingIsTold(RequirementsText.render(request.requirements(), Set.of()));
            assertTrue(Files.readString(bench.project.resolve("pylock.toml"))
                    .contains("url = 'http://" + index.host() + "/files/cart-2.0-py3-none-any.whl'"));
        }
    }

    @Test
    void anIndexWithoutHashesIsHashedHere() throws IOException {
        try (PasswordIndex index = index(false)) {
            declare("--index-url http://me:" + PASSWORD + "@" + index.host() + "/simple", "shop");
            Resolution resolution = bench.resolve();
            assertEquals(
                    FolderStore.hash(bench.index.folder().resolve("cart-2.0-py3-none-any.whl")),
                    resolution.distributions().get(0).sha256());
            assertEquals(Resolution.Basis.LAST_BUILD, bench.resolve().basis());
            assertNothingIsTold();
        }
    }

    @Test
    void aPasswordInADirectUrlFetchesTheWheel() throws IOException {
        try (PasswordIndex index = index(true)) {
            declare(
                    "--no-index",
                    "cart @ http://me:" + PASSWORD + "@" + index.host() + "/files/cart-2.0-py3-none-any.whl");
            assertEquals(List.of("cart 2.0"), ResolverBench.labels(bench.resolve()));
            assertNothingIsTold();
        }
    }

    @Test
    void aRefusalDoesNotRepeatThePassword() throws IOException {
        try (PasswordIndex index = index(true)) {
            declare(
                    "--no-index",
                    "cart @ http://you:" + PASSWORD + "@" + index.host() + "/files/cart-2.0-py3-none-any.whl");
            PagesException failure = assertThrows(PagesException.class, bench::resolve);
            assertNothingIsTold(failure.problems(), failure);
            assertTrue(failure.problems().get(0).text().contains("401"), failure.problems()::toString);
        }
    }
}
