package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pagesmaven.run.project.DotEnv;
import io.github.pagesmaven.run.worker.Gate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReloadTextTest {
    @Test
    void distributionsThatCameAndWentAreNamedWithTheirVersions() {
        Set<String> before = new TreeSet<>(Set.of("flask 3.1", "rich 13"));
        Set<String> now = new TreeSet<>(Set.of("flask 3.2", "rich 13"));
        assertEquals(List.of("+ flask 3.2", "- flask 3.1"), ReloadText.distributions(before, now));
        assertEquals(
                List.of("+ a 1", "+ b 1", "+ c 1", "and 1 more distributions"),
                ReloadText.distributions(Set.of(), new TreeSet<>(Set.of("a 1", "b 1", "c 1", "d 1"))));
    }

    @Test
    void variablesAreNamedAndTheirValuesAreNot() {
        DotEnv before = new DotEnv(List.of(".env"), Map.of("KEY", "one", "OLD", "x", "SAME", "y"));
        DotEnv now = new DotEnv(List.of(".env"), Map.of("KEY", "two", "NEW", "x", "SAME", "y"));
        assertEquals(List.of("KEY changed", "NEW set", "OLD gone"), ReloadText.variables(before, now));
    }

    @Test
    void requestsThatWaitedAndThoseThatGoOnAreCounted() {
        assertEquals("", ReloadText.waited(new Gate.Swap(true, 2, 0, 0, 0)));
        assertEquals(
                "2 requests held, longest 27 ms; 1 finishes on the old worker",
                ReloadText.waited(new Gate.Swap(true, 2, 1, 2, 27)));
        assertEquals("1 request held, 5 ms", ReloadText.waited(new Gate.Swap(true, 2, 0, 1, 5)));
    }
}
