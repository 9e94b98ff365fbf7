package io.github.pagesmaven.requirement;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.NearestName;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.requirement.StandardLibrary.Span;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.scan.FunctionTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Says of the imports that nothing has explained so far whether a resolved distribution provides them. */
public final class ImportJudge {
    private static final Map<String, List<String>> SUBSTITUTES =
            DataFile.read("standard-library.yaml").lists("substitutes");

    private final FunctionTree tree;
    private final Requirements requirements;
    private final MergeOptions options;

    /** The arguments of {@link RequirementMerger#merge} and its result. */
    public ImportJudge(FunctionTree tree, Requirements requirements, MergeOptions options) {
        this.tree = tree;
        this.requirements = requirements;
        this.options = options;
    }

    /** Whether there is anything to judge; otherwise nobody needs to read what the distributions provide. */
    public boolean hasWork() {
        return !requirements.pending().isEmpty();
    }

    /**
     * PAGES-010 for each module that nobody provides, all places of one module in one problem.
     *
     * @param provided whether the resolved distributions provide a dotted module
     */
    public List<Problem> judge(Predicate<String> provided) {
        Map<String, List<PendingImport>> unknown = new LinkedHashMap<>();
        for (PendingImport pending : requirements.pending()) {
            if (!provided.test(pending.module())) {
                unknown.computeIfAbsent(shown(pending), module -> new ArrayList<>())
                        .add(pending);
            }
        }
        return unknown.entrySet().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The package alone, but where parts of it belong to different distributions. */
    private String shown(PendingImport pending) {
        String topLevel = ImportedModules.topLevel(pending.module());
        for (String name : new ImportTable(options.importMap()).names()) {
            if (name.startsWith(topLevel + ".")) {
                return pending.module();
            }
        }
        return topLevel;
    }

    private Problem problem(String module, List<PendingImport> places) {
        Optional<Span> span = StandardLibrary.find(module);
        List<String> details = new ArrayList<>();
        places.stream().map(PendingImport::place).distinct().skip(1).forEach(place -> details.add("also in " + place));
        String what = "import of '" + module + "', which is in no known distribution";
        String fix = "declare the distribution that provides it in " + file()
                + "; <importMap> can name it too; nothing is installed by guess";
        if (span.isPresent()) {
            what = "import of '" + module + "', which " + history(span.get());
            List<String> substitutes = SUBSTITUTES.getOrDefault(module, List.of());
            fix = "do without it"
                    + (substitutes.isEmpty()
                            ? ""
                            : ", or declare " + String.join(" or ", substitutes) + " in " + file());
        } else {
            nearest(module).ifPresent(name -> details.add("did you mean '" + name + "'?"));
        }
        return new Problem(Code.UNKNOWN_IMPORT, Severity.ERROR, places.get(0).place(), what, details, fix);
    }

    private String history(Span span) {
        int minor = options.target().minor();
        return minor > span.last()
                ? "left the standard library with Python 3." + (span.last() + 1) + "; the target is 3." + minor
                : "is in the standard library from Python 3." + span.first() + " on; the target is 3." + minor;
    }

    private Optional<String> nearest(String module) {
        Set<String> names = new TreeSet<>(new LocalModules(tree).names());
        new ImportTable(options.importMap()).names().forEach(names::add);
        StandardLibrary.names().forEach(names::add);
        return NearestName.of(module, names);
    }

    private String file() {
        return requirements.declared().map(RequirementsFile::place).orElse(tree.folderName() + "/requirements.txt");
    }
}
