package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    @Test
    void routesStandInReadingOrder() {
        RouteTable table = Trees.table(
                "api/[[default]].py", "api/[id].py", "api/hello.py", "api/index.py", "api/users/index.py", "index.py");
        assertEquals(
                List.of("/", "/api", "/api/hello", "/api/users", "/api/:id", "/api/*"),
                table.routes().stream().map(Route::pattern).toList());
        assertEquals(List.of(), table.problems());
    }

    @Test
    void twoFunctionsOfOneShapeAreAConflictThatNamesBoth() {
        assertEquals(
                """
                PAGES-015 cloud-functions/users/[id].py  2 functions answer the same paths
                  cloud-functions/users/[id].py answers /users/:id
                  cloud-functions/users/[name].py answers /users/:name
                  fix: keep one of them, or rename the others""",
                text(Trees.table("users/[id].py", "users/[name].py")));
    }

    @Test
    void aFileAndAnIndexConflict() {
        assertTrue(text(Trees.table("users.py", "users/index.py")).contains("users/index.py answers /users"));
        assertTrue(text(Trees.table("[[path]].py", "[[all]]/index.py")).contains("answers /*"));
        assertTrue(text(Trees.table("m/[[x]]/edit.py", "m/[[y]]/edit.py")).startsWith("PAGES-015"));
    }

    @Test
    void oneNameInTwoNormalFormsIsAConflict() {
        assertTrue(text(Trees.table("caf\u00e9.py", "cafe\u0301.py")).startsWith("PAGES-015"));
    }

    @Test
    void allConflictsAreTold() {
        RouteTable table = Trees.table("a.py", "a/index.py", "b/[x].py", "b/[y].py", "b/[z].py");
        assertEquals(2, table.problems().size());
        assertEquals(
                "3 functions answer the same paths", table.problems().get(1).what());
    }

    @Test
    void parametersMayHaveOtherNamesWhereTheRoutesDiffer() {
        assertEquals(List.of(), Trees.table("u/[id].py", "u/[name]/posts.py").problems());
    }

    @Test
    void routesThatDifferOnlyByCaseAreAWarning() {
        assertEquals(
                """
                PAGES-015 cloud-functions/Users/[id].py  these routes differ only by case: /Users/:id, /users/:key
                  cloud-functions/Users/[id].py
                  cloud-functions/users/[key].py
                  fix: rename all but one of the files: some file systems cannot hold both""",
                text(Trees.table("Users/[id].py", "users/[key].py")));
    }

    @Test
    void aCatchAllBesideAMountIsNeverReached() {
        RouteTable table = Trees.table("api/index.py=wsgi", "api/[[rest]].py", "api/[[rest]]/edit.py");
        assertEquals(
                """
                PAGES-016 cloud-functions/api/[[rest]].py  is never reached: \
                cloud-functions/api/index.py answers all its paths before it
                  /api is an application, which answers everything below its route too
                  fix: delete it, or remove what stands before it""",
                table.problems().get(0).text());
        assertEquals(
                "cloud-functions/api/[[rest]]/edit.py", table.problems().get(1).where());
        assertEquals(2, table.problems().size());
    }

    @Test
    void aSuffixIsNeverReachedWhenLiteralsAndLongerSuffixesTakeAllItsPaths() {
        RouteTable table = Trees.table("m/edit.py", "m/[[x]]/edit.py", "m/[[x]]/[a]/[b].py");
        assertEquals(
                "is never reached: cloud-functions/m/edit.py and cloud-functions/m/[[x]]/[a]/[b].py"
                        + " answer all its paths before it",
                table.problems().get(0).what());
    }

    @Test
    void aCatchAllBelowAHandlerIsReached() {
        assertEquals(List.of(), Trees.table("api/index.py", "api/[[rest]].py").problems());
    }

    @Test
    void aStaticFileHidesTheRouteOfItsName() {
        RouteTable table = Trees.table("index.py=asgi", "api/hello.py", "[[all]].py", "docs/index.py");
        assertEquals(
                List.of(
                        "is not reached at /api/hello: the platform serves the static file api/hello there",
                        "is not reached at /docs: the platform serves the static file docs/index.html there",
                        "is not reached at /: the platform serves the static file index.html there"),
                table.hiddenBy(List.of("index.html", "app.css", "docs/index.html", "api/hello")).stream()
                        .map(Problem::what)
                        .toList());
    }

    @Test
    void aThousandSiblingsAndTenLevelsAreOneTable() {
        String[] files = IntStream.range(0, 1000)
                .mapToObj(number -> "a/b/c/d/e/f/g/h/i/n" + number + ".py")
                .toArray(String[]::new);
        RouteTable table = Trees.table(files);
        assertEquals(List.of(), table.problems());
        assertEquals(
                files[567],
                table.explain("/a/b/c/d/e/f/g/h/i/n567", "GET")
                        .route()
                        .orElseThrow()
                        .file()
                        .path());
    }

    static String text(RouteTable table) {
        return table.problems().stream().map(Problem::text).collect(Collectors.joining("\n"));
    }
}
