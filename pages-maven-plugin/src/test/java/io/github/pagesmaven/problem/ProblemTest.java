package io.github.pagesmaven.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aProblemTellsCodePlaceReasonAndFix() {
        Problem problem = Problem.error(
                Code.ROUTE_CONFLICT,
                "cloud-functions/users.py:5:1",
                "two functions have the route /users",
                "keep one of them, or rename one",
                "the other is cloud-functions/users/index.py:3:1");
        assertEquals(
                List.of(
                        "PAGES-015 cloud-functions/users.py:5:1  two functions have the route /users",
                        "  the other is cloud-functions/users/index.py:3:1",
                        "  fix: keep one of them, or rename one"),
                problem.lines());
    }

    @Test
    void aProblemWithoutAPlaceStartsWithItsSentence() {
        assertEquals(
                "PAGES-001  no Python",
                Problem.error(Code.PYTHON_MISSING, "", "no Python", "").text());
    }
}
