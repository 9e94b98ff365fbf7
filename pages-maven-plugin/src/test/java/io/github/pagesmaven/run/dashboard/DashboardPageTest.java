package io.github.pagesmaven.run.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DashboardPageTest {
    private static final Pattern NAME =
            Pattern.compile("(?:<section|role=\"region\")[^>]*aria-label(?:ledby)?=\"([^\"]+)\"");

    /** Who does not see the page jumps from one landmark to the next, by their names. */
    @Test
    void eachLandmarkHasANameOfItsOwn() throws Exception {
        try (InputStream in = Dashboard.class.getResourceAsStream("dashboard.html")) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> names = NAME.matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .sorted()
                    .toList();
            assertEquals(9, names.size());
            assertEquals(List.copyOf(new TreeSet<>(names)), names);
        }
    }
}
