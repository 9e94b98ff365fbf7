package io.github.pagesmaven.requirement;

import io.github.pagesmaven.requirement.file.ProjectName;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Import.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges what the runtime needs (basic), what the sources import (detected) and what the user wrote (declared). A
 * declared name wins over the two others, whole.
 */
public final class RequirementMerger {
    private final FunctionTree tree;
    private final MergeOptions options;
    private final Set<String> declared;
    private final ImportTable table;
    private final LocalModules local;
    private final Map<String, List<Origin>> added = new TreeMap<>();
    private final List<PendingImport> pending = new ArrayList<>();

    private RequirementMerger(FunctionTree tree, Set<String> declared, MergeOptions options) {
        this.tree = tree;
        this.options = options;
        this.declared = declared;
        this.table = new ImportTable(options.importMap());
        this.local = new LocalModules(tree);
    }

    /**
     * One list of all that is needed.
     *
     * @param tree the sources
     * @param declared the user's requirements file
     * @param options the target, the user's import names, the accelerators
     */
    public static Requirements merge(FunctionTree tree, Optional<RequirementsFile> declared, MergeOptions options) {
        Set<String> names = declared.map(RequirementsFile::names).orElse(Set.of());
        RequirementMerger merger = new RequirementMerger(tree, names, options);
        BasicRequirements.required(tree).forEach(merger::addUndeclared);
        tree.sources().forEach(merger::detect);
        List<Requirement> found = merger.added.entrySet().stream()
                .map(entry -> new Requirement(entry.getKey(), entry.getValue()))
                .toList();
        boolean frozen = declared.map(RequirementsFile::requiresHashes).orElse(false);
        List<Requirement> optional = BasicRequirements.optional(tree, options.accelerators(), names).stream()
                .filter(requirement -> !merger.added.containsKey(requirement.name()))
                .toList();
        return new Requirements(
                declared,
                frozen ? List.of() : found,
                frozen ? List.of() : optional,
                frozen ? found : List.of(),
                merger.pending,
                options.accelerators() == Accelerators.ON,
                declared.map(RequirementsFile::problems).orElse(List.of()));
    }

    private void addUndeclared(Requirement requirement) {
        if (!declared.contains(requirement.name())) {
            added.computeIfAbsent(requirement.name(), name -> new ArrayList<>()).addAll(requirement.origins());
        }
    }

    private void detect(SourceFile file) {
        for (Import statement : file.source().imports()) {
            String topLevel = ImportedModules.topLevel(statement.module());
            if (ImportedModules.areNeeded(statement)
                    && !StandardLibrary.contains(topLevel, options.target().minor())) {
                detect(file, statement, topLevel);
            }
        }
    }

    private void detect(SourceFile file, Import statement, String topLevel) {
        String place = tree.place(file.path()) + ":" + statement.line() + ":" + statement.column();
        boolean sameNameDeclared = declared.contains(ProjectName.normalize(topLevel));
        for (String module : ImportedModules.of(statement)) {
            Optional<List<String>> providers = table.find(module);
            if (local.contains(module, file, providers.isPresent() || sameNameDeclared)) {
                continue;
            }
            if (providers.isPresent()) {
                provide(providers.get(), new Origin(place, ImportedModules.text(statement)));
            } else if (!sameNameDeclared && statement.kind() != Kind.DYNAMIC) {
                pending.add(new PendingImport(module, place, statement));
            }
        }
    }

    private void provide(List<String> providers, Origin origin) {
        if (providers.stream().noneMatch(declared::contains)) {
            List<Origin> origins = added.computeIfAbsent(providers.get(0), name -> new ArrayList<>());
            if (!origins.contains(origin)) {
                origins.add(origin);
            }
        }
    }
}
