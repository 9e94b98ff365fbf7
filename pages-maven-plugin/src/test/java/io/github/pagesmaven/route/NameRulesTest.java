package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameRulesTest {
    @Test
    void bracketsInsideASegmentAreRefused() {
        assertEquals(
                """
                PAGES-017 cloud-functions/user-[id].py  'user-[id]' holds brackets, but is not wholly [name] or [[name]]
                  fix: make the parameter a segment of its own, such as user/[id].py""",
                text("user-[id].py"));
        for (String name : List.of("[a][b]", "[]", "[[]]", "[", "]", "a]", "[[a]", "[a]]", "[[[a]]]", "[a].b")) {
            assertTrue(text(name + ".py").startsWith("PAGES-017"), name);
            assertTrue(text(name + "/index.py").startsWith("PAGES-017"), name);
        }
    }

    @Test
    void aParameterNeedsAName() {
        for (String name : List.of("[1a]", "[a b]", "[-a]", "[a.b]", "[\u00e9]", "[[a+]]")) {
            assertTrue(text(name + ".py").contains("is no valid name of a parameter"), name);
        }
        assertTrue(text("[...path].py").contains("fix: a catch-all is written [[path]]"));
        assertTrue(text("[[...path]].py").contains("fix: a catch-all is written [[path]]"));
    }

    @Test
    void aNameStandsOnceInARoute() {
        assertTrue(text("[id]/posts/[id].py").contains("the name 'id' stands twice in this route"));
        assertTrue(text("[id]/[[id]].py").contains("the name 'id' stands twice in this route"));
    }

    @Test
    void oneCatchAllIsEnough() {
        assertTrue(text("[[a]]/x/[[b]].py").contains("this route has 2 catch-alls"));
    }

    @Test
    void namesThatNoClientCanAskForAreRefused() {
        assertTrue(text("a/.py").contains("gives no segment"));
        assertTrue(text("...py").contains("gives no segment"));
        assertTrue(text("a\\b.py").contains("a backslash"));
        assertTrue(text("a\u001b[31m.py").contains("'a\\u001b[31m'"));
    }

    @Test
    void allMistakesAreTold() {
        RouteTable table = Trees.table("a-[b].py", "[1].py", "[x]/[x].py", "ok.py");
        assertEquals(3, table.problems().size());
        assertEquals(List.of("/ok"), table.routes().stream().map(Route::pattern).toList());
    }

    @Test
    void ordinaryNamesPass() {
        assertEquals(
                List.of(),
                Trees.table("v1.0/c++.py", "a b.py", "\u4f60.py", "[_a-1]/[[B]].py", "index/index.py", "__init__.py")
                        .problems());
    }

    private static String text(String file) {
        return RouteTableTest.text(Trees.table(file));
    }
}
