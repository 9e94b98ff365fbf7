package io.github.pagesmaven.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.source.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionProblemsTest {
    private Path project = Path.of("");

    @BeforeEach
    void project(@TempDir Path folder) {
        project = folder;
    }

    @Test
    void aRelativeImportAtTheTopIsAnError() throws IOException {
        write("index.py", "from . import helper\nfrom flask import Flask\napp = Flask(__name__)\n");
        write("helper.py", "x = 1\n");
        assertEquals(
                """
                PAGES-019 cloud-functions/index.py:1:1  a relative import cannot work here: \
                a file at the top of cloud-functions is in no package
                  fix: write 'import NAME' or 'from FOLDER import NAME', seen from cloud-functions""",
                text());
    }

    @Test
    void dotsMustNotLeadOutOfTheFolder() throws IOException {
        write("api/users/index.py", "from ... import helper\nfrom .. import other\n" + handler());
        write("api/other.py", "x = 1\n");
        assertTrue(text().contains("its dots lead out of cloud-functions"));
        assertEquals(1, problems().size());
    }

    @Test
    void aRelativeImportThatMayFailIsNoMistake() throws IOException {
        write("index.py", "try:\n    from . import helper\nexcept ImportError:\n    import helper\n" + handler());
        write("helper.py", "x = 1\n");
        assertEquals("", text());
    }

    @Test
    void twoSettingsModulesOfDjangoCannotShareAProcess() throws IOException {
        write("a/index.py", django("shop.settings"));
        write("b/index.py", django("blog.settings"));
        write("c/index.py", django("shop.settings"));
        assertEquals(
                """
                PAGES-024 cloud-functions  these functions want 2 Django settings modules, but Django has one for the \
                whole process
                  cloud-functions/b/index.py:4 uses blog.settings
                  cloud-functions/a/index.py:4 uses shop.settings
                  cloud-functions/c/index.py:4 uses shop.settings
                  fix: give them one settings module, or put them in projects of their own""",
                text());
    }

    @Test
    void anAuxiliaryModuleNamedLikeAFunctionIsTold() throws IOException {
        write("api/index.py", "x = 1\n");
        write("api/[id].py", "x = 1\n");
        write("api/helper.py", "x = 1\n");
        write("ok/index.py", "# pages: ignore\n");
        assertEquals(
                List.of("cloud-functions/api/[id].py", "cloud-functions/api/index.py"),
                problems().stream().map(Problem::where).toList());
        assertTrue(text().contains("is named like a function, but has no entry point"));
    }

    @Test
    void anAppThatIsNoneIsToldWithItsReason() throws IOException {
        write("api/a.py", "app = None\n");
        write("api/b.py", "import typer\napp = typer.Typer()\n");
        assertEquals(
                List.of("PAGES-029", "PAGES-029"),
                problems().stream().map(problem -> problem.code().id()).toList());
        assertTrue(problems().stream().noneMatch(problem -> problem.what().endsWith(".")));
    }

    @Test
    void anImportedAppIsToldWhereTheFileDoesNothingElse() throws IOException {
        write("api/serve.py", "from lib.shop import app\n");
        write("api/models.py", "from lib.shop import app\ndef tables():\n    return app\n");
        write("lib/shop.py", "# pages: ignore\nfrom flask import Flask\napp = Flask(__name__)\n");
        assertEquals(
                List.of("cloud-functions/api/serve.py:1"),
                problems().stream().map(Problem::where).toList());
    }

    @Test
    void aLiteralRootPathIsTold() throws IOException {
        write("api/index.py", "from fastapi import FastAPI\napp = FastAPI(root_path='/api')\n");
        assertTrue(text().startsWith("PAGES-029 cloud-functions/api/index.py:2  root_path=\"/api\""), text());
    }

    @Test
    void anEntryInAPackageFileIsTold() throws IOException {
        write("api/__init__.py", "from flask import Flask\napp = Flask(__name__)\n");
        assertTrue(text().contains("has an entry point, so it gets a route that ends in /__init__"), text());
    }

    @Test
    void severalEntriesAreTold() throws IOException {
        write("api/index.py", "from flask import Flask\napp = Flask(__name__)\n" + handler());
        assertTrue(text().contains("'app' and 'handler' could both answer; 'app' does"), text());
    }

    @Test
    void allMistakesAreToldAtOnceAndAgainNextTime() throws IOException {
        write("a.py", "from . import x\n" + handler());
        write("b.py", "from . import x\n" + handler());
        write("c/index.py", "def (\n");
        assertEquals(3, problems().size());
        String first = text();
        assertEquals(first, text());
    }

    @Test
    void ordinaryTreesHaveNoProblems() throws IOException {
        write("api/index.py", "from . import shop\nfrom .lib import x\nimport json\n" + handler());
        write("api/shop.py", "from http import HTTPStatus\n");
        write("api/lib/__init__.py", "x = 1\n");
        write("api/types.py", handler());
        write("random.py", "import random\n" + handler());
        assertEquals("", text());
    }

    private static String handler() {
        return """
                from http.server import BaseHTTPRequestHandler
                class handler(BaseHTTPRequestHandler):
                    def do_GET(self): pass
                """;
    }

    private static String django(String settings) {
        return """
                import os
                from django.core.wsgi import get_wsgi_application
                os.environ.setdefault("DJANGO_SETTINGS_MODULE", "%s")
                application = get_wsgi_application()
                """
                .formatted(settings);
    }

    private String text() {
        return problems().stream().map(Problem::text).collect(Collectors.joining("\n"));
    }

    private List<Problem> problems() {
        return new FunctionScanner()
                .scan(new ScanRequest(
                        project,
                        project.resolve("cloud-functions"),
                        List.of(),
                        new Target(10),
                        project.resolve("target/pages"),
                        Optional::empty,
                        Set.of("json", "http", "os", "random", "types")::contains))
                .problems();
    }

    private void write(String path, String content) throws IOException {
        Path file = project.resolve("cloud-functions").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
