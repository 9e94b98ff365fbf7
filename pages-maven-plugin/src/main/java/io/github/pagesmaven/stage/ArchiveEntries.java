package io.github.pagesmaven.stage;

import io.github.pagesmaven.platform.ArchiveLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of an archive but for distributions: the parts of a project, each where its host looks for it. */
public final class ArchiveEntries {
    private static final String BOOTSTRAP = "scf_bootstrap";
    private static final String BOOTSTRAP_TEXT =
            """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 1
            python=/var/lang/python3%1$d/bin/python3
            [ -x "$python" ] || python=$(command -v python3.%1$d || command -v python3)
            exec "$python" -W ignore -u app.py
            """;

    private ArchiveEntries() {}

    /**
     * The prebuilt archive that the platform takes: one top folder, in it {@code .edgeone} and at most edgeone.json.
     *
     * @param name the top folder
     * @param bundle the functions
     * @param assets the static front end
     * @param edgeone the project's edgeone.json, if it has one
     */
    public static List<BundleEntry> pages(String name, Bundle bundle, Assets assets, Optional<Path> edgeone) {
        List<BundleEntry> entries = new ArrayList<>();
        edgeone.ifPresent(file -> entries.add(new BundleEntry(
                name + "/" + ArchiveLayout.EDGEONE_JSON, new EntrySource.OnDisk(file), false, Bundle.RUNTIME)));
        assets.entries().forEach(entry -> entries.add(entry.below(name + "/" + ArchiveLayout.ASSETS + "/")));
        bundle.own().forEach(entry -> entries.add(entry.below(functionsFolder(name))));
        return List.copyOf(entries);
    }

    /** Where in that archive the bundle stands. */
    public static String functionsFolder(String name) {
        return name + "/" + ArchiveLayout.FUNCTIONS + "/";
    }

    /**
     * The functions alone at the root, with a program that starts them, for any other host.
     *
     * @param bundle the functions
     * @param minor the target's version of Python: 10 for 3.10
     */
    public static List<BundleEntry> flat(Bundle bundle, int minor) {
        List<BundleEntry> entries = new ArrayList<>(bundle.own());
        String program = BOOTSTRAP_TEXT.formatted(minor);
        entries.add(new BundleEntry(BOOTSTRAP, new EntrySource.InMemory(program), true, Bundle.RUNTIME));
        return List.copyOf(entries);
    }
}
