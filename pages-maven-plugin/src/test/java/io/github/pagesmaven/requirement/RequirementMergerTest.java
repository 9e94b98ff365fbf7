package io.github.pagesmaven.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.requirement.file.RequirementsFileReader;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Import.Kind;
import io.github.pagesmaven.source.Target;
import io.github.pagesmaven.source.entry.Entry.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementMergerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Accelerators accelerators = Accelerators.OFF;
    private Map<String, String> importMap = Map.of();
    private int minor = 10;

    private Requirements merge(Trees trees, String... declared) throws IOException {
        Optional<RequirementsFile> file = Optional.empty();
        if (declared.length > 0) {
            Files.write(folder.resolve("requirements.txt"), List.of(declared));
            file = RequirementsFileReader.find(folder.resolve("none"), folder, Map.of());
        }
        return RequirementMerger.merge(trees.tree(), file, options());
    }

    private MergeOptions options() {
        return new MergeOptions(new Target(minor), importMap, accelerators);
    }

    private static List<String> names(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::name).toList();
    }

    private static Trees handler(Import... imports) {
        return new Trees().function("api/index.py", Mode.HANDLER, imports);
    }

    @Test
    void handlersOfTheStandardLibraryNeedNothing() throws IOException {
        Requirements requirements =
                merge(handler(Trees.from("http.server", "BaseHTTPRequestHandler"), Trees.plain("json")));
        assertTrue(requirements.isEmpty());
        assertEquals(List.of(), requirements.pending());
    }

    @Test
    void aFrameworkNeedsUvicornAndMayHaveAccelerators() throws IOException {
        accelerators = Accelerators.AUTO;
        Requirements wsgi = merge(new Trees().function("index.py", Mode.WSGI, Trees.from("flask", "Flask")));
        assertEquals(List.of("flask", "uvicorn"), names(wsgi.added()));
        assertEquals(List.of("httptools", "uvloop"), names(wsgi.optional()));
        Requirements asgi = merge(new Trees().function("index.py", Mode.ASGI));
        assertEquals(List.of("httptools", "uvloop", "websockets"), names(asgi.optional()));
        Requirements auto = merge(new Trees().function("index.py", Mode.AUTO), "wsproto", "uvicorn[standard]==0.30");
        assertEquals(List.of(), names(auto.added()));
        assertEquals(List.of("httptools", "uvloop"), names(auto.optional()));
    }

    @Test
    void onlyImportsThatRunAreDetected() throws IOException {
        Requirements requirements = merge(handler(
                Trees.plain("requests"),
                Trees.of(Kind.LAZY, "redis"),
                Trees.of(Kind.OPTIONAL, "numpy"),
                Trees.of(Kind.TYPING, "pandas"),
                Trees.of(Kind.MAIN, "pytest"),
                Trees.of(Kind.DEAD, "tomli"),
                Trees.of(Kind.RELATIVE, ".helper"),
                new Import("httpx", Kind.DYNAMIC, 3, 1, List.of(), Kind.LAZY),
                new Import("some_plugin", Kind.DYNAMIC, 3, 1, List.of(), Kind.REQUIRED)));
        assertEquals(List.of("httpx", "redis", "requests"), names(requirements.added()));
        assertEquals(List.of(), requirements.pending());
    }

    @Test
    void importNamesBecomeDistributions() throws IOException {
        Requirements requirements = merge(handler(
                Trees.from("PIL", "Image"),
                Trees.plain("yaml"),
                Trees.plain("cv2"),
                Trees.from("google.cloud", "storage", "bigquery"),
                Trees.plain("google.protobuf.message"),
                Trees.plain("sklearn.linear_model")));
        assertEquals(
                List.of(
                        "google-cloud-bigquery",
                        "google-cloud-storage",
                        "opencv-python-headless",
                        "pillow",
                        "protobuf",
                        "pyyaml",
                        "scikit-learn"),
                names(requirements.added()));
    }

    @Test
    void whatTheUserDeclaresIsNotAdded() throws IOException {
        Requirements requirements = merge(
                handler(Trees.plain("yaml"), Trees.plain("cv2"), Trees.plain("shop.cart"), Trees.plain("requests")),
                "PyYAML==5.4",
                "opencv-python",
                "Shop @ https://example.org/shop-1.0-py3-none-any.whl",
                "requests; python_version < '3'");
        assertEquals(List.of(), requirements.added());
        assertEquals(List.of(), requirements.pending());
    }

    @Test
    void localModulesAreNobodysDistribution() throws IOException {
        Trees trees = handler(
                        Trees.plain("helper"),
                        Trees.from("api.tools", "x"),
                        Trees.plain("shared.db"),
                        Trees.from("shared", "db"),
                        Trees.plain("beside"))
                .module("helper.py")
                .module("api/tools.py")
                .module("api/beside.py")
                .module("shared/db.py");
        Requirements requirements = merge(trees);
        assertEquals(List.of(), requirements.added());
        assertEquals(List.of(), requirements.pending());
    }

    @Test
    void aFunctionThatIsCalledLikeALibraryDoesNotHideIt() throws IOException {
        Trees trees = new Trees()
                .function("api/redis.py", Mode.HANDLER, Trees.plain("redis"))
                .function("api/index.py", Mode.HANDLER, Trees.plain("redis"))
                .function("redis/index.py", Mode.HANDLER, Trees.from("redis", "Redis"))
                .module("requests.py")
                .function("x.py", Mode.HANDLER, Trees.plain("requests"));
        assertEquals(List.of("redis"), names(merge(trees).added()));
    }

    @Test
    void theUsersMapGoesBeforeTheTable() throws IOException {
        importMap = Map.of("cv2", "opencv-contrib-python", "inhouse.orders", "Inhouse_Orders");
        Requirements requirements = merge(handler(Trees.plain("cv2"), Trees.plain("inhouse.orders.api")));
        assertEquals(List.of("inhouse-orders", "opencv-contrib-python"), names(requirements.added()));
    }

    @Test
    void nothingIsAddedToAFileWithHashes() throws IOException {
        accelerators = Accelerators.AUTO;
        Requirements requirements = merge(
                new Trees().function("index.py", Mode.ASGI, Trees.plain("requests")),
                "fastapi==0.1 --hash=sha256:" + "0".repeat(64));
        assertEquals(List.of(), requirements.added());
        assertEquals(List.of(), requirements.optional());
        assertEquals(List.of("requests", "uvicorn"), names(requirements.undeclared()));
    }

    @Test
    void everyRequirementKnowsWhoAskedForIt() throws IOException {
        Trees trees = handler(Trees.from("PIL", "Image", "ImageDraw")).module("a.py", Trees.plain("PIL"));
        assertEquals(
                "# What this project needs, and who asked for it. Written by pages:resolve from the sources.\n"
                        + "--index-url https://example.org/simple  # requirements.txt:1\n"
                        + "flask==3  # requirements.txt:2\n"
                        + "pillow  # cloud-functions/api/index.py:3:1 from PIL import Image, ImageDraw;"
                        + " cloud-functions/a.py:3:1 import PIL\n",
                RequirementsText.render(
                        merge(trees, "--index-url https://user:pass@example.org/simple", "flask==3 # comment"),
                        Set.of()));
    }

    @Test
    void anUnknownImportIsAnErrorInOneProblemForAllItsPlaces() throws IOException {
        Trees trees =
                handler(Trees.plain("reqeusts"), Trees.plain("known_later")).module("b.py", Trees.plain("reqeusts.x"));
        Requirements requirements = merge(trees);
        List<String> lines = new ImportJudge(trees.tree(), requirements, options())
                .judge("known_later"::equals).stream()
                        .flatMap(problem -> problem.lines().stream())
                        .toList();
        assertEquals(
                List.of(
                        "PAGES-010 cloud-functions/api/index.py:3:1  import of 'reqeusts', which is in no known"
                                + " distribution",
                        "  also in cloud-functions/b.py:3:1",
                        "  did you mean 'requests'?",
                        "  fix: declare the distribution that provides it in cloud-functions/requirements.txt; <importMap>"
                                + " can name it too; nothing is installed by guess"),
                lines);
    }

    @Test
    void aModuleThatLeftTheStandardLibraryIsToldSo() throws IOException {
        minor = 13;
        Trees trees = handler(Trees.plain("cgi"), Trees.plain("tomllib"));
        List<String> lines = new ImportJudge(trees.tree(), merge(trees), options())
                .judge(module -> false).stream()
                        .flatMap(problem -> problem.lines().stream())
                        .toList();
        assertEquals(
                List.of(
                        "PAGES-010 cloud-functions/api/index.py:3:1  import of 'cgi', which left the standard library"
                                + " with Python 3.13; the target is 3.13",
                        "  fix: do without it, or declare legacy-cgi in cloud-functions/requirements.txt"),
                lines);
    }

    @Test
    void aModuleOfALaterStandardLibraryIsToldSo() throws IOException {
        Trees trees = handler(Trees.plain("tomllib"));
        assertEquals(
                "PAGES-010 cloud-functions/api/index.py:3:1  import of 'tomllib', which is in the standard library from"
                        + " Python 3.11 on; the target is 3.10",
                new ImportJudge(trees.tree(), merge(trees), options())
                        .judge(module -> false)
                        .get(0)
                        .lines()
                        .get(0));
    }
}
