package io.github.pagesmaven.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Import.Kind;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HelperNamesTest {
    private final List<SourceFile> files = new ArrayList<>();

    @Test
    void oneFlatNameInTwoFoldersOfFunctionsIsAnError() {
        function("api/index.py", "import helper");
        function("v1/index.py", "import helper");
        module("api/helper.py");
        module("v1/helper.py");
        assertEquals(
                """
                PAGES-019 cloud-functions/api/index.py:1:1  \
                'import helper' is ambiguous: all folders of functions share one search path
                  it could be cloud-functions/api/helper
                  it could be cloud-functions/v1/helper
                  fix: write 'from . import helper' or 'from api import helper'""",
                text());
    }

    @Test
    void theSameNameIsNoMatterWhenNobodyImportsItFlat() {
        function("api/index.py", "from .helper import x");
        function("v1/index.py", "from v1 import helper");
        module("api/helper.py");
        module("v1/helper.py");
        assertEquals("", text());
    }

    @Test
    void aHelperBesideTheEntryAndOneAtTheTopAreAmbiguous() {
        function("api/index.py", "import helper");
        module("helper.py");
        module("api/helper.py");
        assertEquals(1, problems().size());
    }

    @Test
    void theTopComesFirstForFilesThatHaveNoSuchNeighbour() {
        function("index.py", "import helper");
        function("api/index.py", "from . import helper");
        function("v1/index.py", "import helper");
        module("helper.py");
        module("api/helper.py");
        assertEquals("", text());
    }

    @Test
    void aLibraryCannotBeShadowed() {
        function("api/index.py", "import yaml", "import json");
        module("api/yaml.py");
        module("json.py");
        assertEquals(
                List.of(
                        "'import yaml' takes the library, not cloud-functions/api/yaml.py",
                        "'import json' takes the library, not cloud-functions/json.py"),
                problems().stream().map(Problem::what).toList());
    }

    @Test
    void aFunctionCalledLikeALibraryIsNoHelper() {
        function("api/redis.py", "import redis");
        function("v1/redis.py", "import redis");
        function("api/types.py");
        assertEquals("", text());
    }

    @Test
    void oneFileUnderTwoNamesIsAWarning() {
        function("api/index.py", "import helper");
        function("api/users.py", "from api import helper");
        module("api/helper.py");
        assertEquals(
                """
                PAGES-019 cloud-functions/api/helper.py  is loaded twice, under two names, with two sets of its variables
                  cloud-functions/api/index.py:1:1 imports helper
                  cloud-functions/api/users.py:1:1 imports api.helper
                  fix: import it the same way everywhere""",
                text());
    }

    @Test
    void aFunctionThatIsImportedFlatIsLoadedTwice() {
        function("api/index.py", "import users");
        function("api/users.py");
        assertEquals(
                List.of("cloud-functions/api/users.py"),
                problems().stream().map(Problem::where).toList());
    }

    @Test
    void relativeAndDottedNamesAreTheSameModule() {
        function("api/index.py", "from . import helper", "from .helper import x", "import api.helper");
        module("api/helper.py");
        assertEquals("", text());
    }

    @Test
    void relativeNamesAreSeenFromTheFile() {
        assertEquals(Optional.of("api/users/shop"), SearchPath.relative(".shop", "api/users/index.py"));
        assertEquals(Optional.of("api/shop"), SearchPath.relative("..shop", "api/users/index.py"));
        assertEquals(Optional.of("api"), SearchPath.relative(".", "api/index.py"));
        assertEquals(Optional.empty(), SearchPath.relative("..shop", "api/index.py"));
        assertEquals(Optional.empty(), SearchPath.relative(".shop", "index.py"));
    }

    @Test
    void aPackageComesBeforeAModuleOfItsName() {
        SearchPath path = new SearchPath(Set.of("lib/__init__.py", "lib.py", "lib/a.py"), List.of());
        assertEquals(
                "lib/__init__.py", path.find("lib", "index.py").orElseThrow().path());
        assertEquals("lib/a.py", path.find("lib.a", "index.py").orElseThrow().path());
        assertEquals("lib/__init__.py", path.find(".", "lib/a.py").orElseThrow().path());
    }

    private List<Problem> problems() {
        FunctionTree tree =
                new FunctionTree(Path.of("cloud-functions"), "cloud-functions", files, List.of(), List.of());
        return HelperNames.check(tree, Set.of("yaml", "json", "redis", "types")::contains);
    }

    private String text() {
        return String.join("\n", problems().stream().map(Problem::text).toList());
    }

    private void module(String path, String... imports) {
        files.add(new SourceFile(path, source(imports), Optional.empty()));
    }

    private void function(String path, String... imports) {
        Entry entry = new Entry(
                Entry.Mode.HANDLER, "handler", Optional.empty(), List.of("GET"), List.of(), 1, Optional.empty());
        files.add(new SourceFile(path, source(imports), Optional.of(entry)));
    }

    private static Source source(String... statements) {
        List<Import> imports = Arrays.stream(statements)
                .map(statement -> statement.split(" "))
                .map(words -> words.length == 2
                        ? new Import(words[1], Kind.REQUIRED, 1, 1, List.of())
                        : new Import(
                                words[1],
                                words[1].startsWith(".") ? Kind.RELATIVE : Kind.REQUIRED,
                                1,
                                1,
                                List.of(words[3]),
                                Kind.REQUIRED))
                .toList();
        return new Source(null, imports, List.of(), List.of(), List.of(), List.of(), false, null);
    }
}
