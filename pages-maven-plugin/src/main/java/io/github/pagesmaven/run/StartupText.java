package io.github.pagesmaven.run;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.run.console.Startup;
import io.github.pagesmaven.run.project.LiveBundle;
import io.github.pagesmaven.run.project.Project;
import java.util.ArrayList;
import java.util.List;

/** Words what a developer reads first. */
final class StartupText {
    private final Project project;
    private final RunSettings settings;
    private final Functions functions;
    private final Site site;

    StartupText(Project project, RunSettings settings, Functions functions, Site site) {
        this.project = project;
        this.settings = settings;
        this.functions = functions;
        this.site = site;
    }

    Startup startup(String url, long millis) {
        return new Startup(
                title(),
                url,
                frontend(),
                functions.routing().brief(),
                functions.environment().shown(),
                rules(site.rules()),
                millis);
    }

    private String title() {
        String python = functions
                .bundle()
                .flatMap(LiveBundle::python)
                .map(used -> "  python " + used.version() + differs(used.version()))
                .orElse("");
        return project.name() + "  " + project.plugin() + python;
    }

    /** Worth a word, no more: the packages fit this interpreter, those of the bundle the target. */
    private String differs(String version) {
        return version.startsWith(project.target() + ".")
                ? ""
                : "  target " + project.target() + ", another minor version: see PAGES-021";
    }

    private String frontend() {
        return settings.frontend().map(text -> "frontend: " + text).orElseGet(() -> site.staticDirectory()
                .map(folder -> "frontend: "
                        + project.directory().relativize(folder).toString().replace('\\', '/')
                        + "/ (static)")
                .orElse("no static files"));
    }

    private static String rules(EdgeoneJson json) {
        List<String> counts = new ArrayList<>();
        count(counts, json.redirects().size(), "redirect");
        count(counts, json.rewrites().size(), "rewrite");
        count(counts, json.headers().size(), "header");
        json.trailingSlash().ifPresent(slash -> counts.add("trailingSlash " + slash));
        return String.join(", ", counts);
    }

    private static void count(List<String> counts, int number, String name) {
        if (number > 0) {
            counts.add(number + " " + name + (number == 1 ? "" : "s"));
        }
    }
}
