package io.github.pagesmaven.stage.bytecode;

import io.github.pagesmaven.install.InstalledDistribution;
import io.github.pagesmaven.install.InstalledFile;
import io.github.pagesmaven.install.Wheel;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.stage.Bundle;
import io.github.pagesmaven.stage.BundleEntry;
import io.github.pagesmaven.stage.EntrySource;
import io.github.pagesmaven.stage.StageRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compiles the packages of a bundle, each distribution once for all projects, and picks the modules that are loaded. */
final class PackageBytecode {
    private static final String PACKAGES = StageRequest.PACKAGES + "/";

    /** @param sources the entries of the wheel that are sources, by their path below the folder of packages */
    private record Distribution(String part, Path wheel, Map<String, String> sources) {
        void compileInto(Path archive, CompilerProgram program) {
            program.compile(archive, wheel, PACKAGES, sources);
        }
    }

    private final Bundle bundle;
    private final Set<String> imports;
    private final ArchiveCache cache;
    private final Interpreter interpreter;

    PackageBytecode(Bundle bundle, Set<String> imports, ArchiveCache cache, Interpreter interpreter) {
        this.bundle = bundle;
        this.imports = imports;
        this.cache = cache;
        this.interpreter = interpreter;
    }

    /** All distributions by the hash of their wheel, which alone decides what is compiled of it. */
    private Map<String, Distribution> distributions() {
        Map<String, Distribution> distributions = new TreeMap<>();
        for (InstalledDistribution one : bundle.packages().distributions()) {
            Map<String, String> sources = new TreeMap<>();
            for (InstalledFile file : one.files()) {
                if (file.path().endsWith(".py") && !("/" + file.path()).contains("/tests/")) {
                    sources.put(file.path(), file.entry());
                }
            }
            if (!sources.isEmpty()) {
                Wheel wheel = one.wheel();
                distributions.put(wheel.sha256(), new Distribution(wheel.label(), wheel.file(), sources));
            }
        }
        return distributions;
    }

    /** The bytecode of the modules that the bundle's own sources import. */
    List<CompiledModule> compile() throws IOException {
        Map<String, Distribution> distributions = distributions();
        Map<String, ArchiveCache.Archive> archives = new HashMap<>();
        Map<String, Path> unfinished = new LinkedHashMap<>();
        CompilerProgram program = new CompilerProgram();
        try {
            for (Map.Entry<String, Distribution> one : distributions.entrySet()) {
                Optional<ArchiveCache.Archive> known = cache.find(one.getKey());
                if (known.isPresent()) {
                    archives.put(one.getKey(), known.get());
                    program.read(known.get().file());
                } else {
                    Path archive = cache.unfinished();
                    unfinished.put(one.getKey(), archive);
                    one.getValue().compileInto(archive, program);
                }
            }
            follow(program);
            List<List<String>> selected = program.run(interpreter);
            for (Map.Entry<String, Path> one : unfinished.entrySet()) {
                archives.put(one.getKey(), cache.keep(one.getValue(), one.getKey()));
            }
            return modules(distributions, archives, selected);
        } finally {
            for (Path file : unfinished.values()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void follow(CompilerProgram program) {
        imports.stream().sorted().forEach(program::follow);
        for (BundleEntry entry : bundle.entries()) {
            if (entry.part().equals(Bundle.RUNTIME)
                    && entry.path().endsWith(".py")
                    && entry.source() instanceof EntrySource.OnDisk file) {
                program.follow(file.file());
            }
        }
    }

    private List<CompiledModule> modules(
            Map<String, Distribution> distributions,
            Map<String, ArchiveCache.Archive> archives,
            List<List<String>> selected)
            throws IOException {
        List<CompiledModule> modules = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, Distribution> one : distributions.entrySet()) {
            ArchiveCache.Archive archive = archives.get(one.getKey());
            if (archive == null) {
                throw new IllegalStateException(one.getValue().part());
            }
            try (BytecodeArchive entries = new BytecodeArchive(archive.file())) {
                for (String source : selected.get(index++)) {
                    String entry =
                            CompiledModule.pathOf(source, interpreter.version().minor());
                    modules.add(new CompiledModule(
                            PACKAGES + entry,
                            new EntrySource.InArchive(archive.file(), archive.sha256(), entry),
                            one.getValue().part(),
                            entries.size(entry),
                            entries.compressed(entry)));
                }
            }
        }
        return modules;
    }
}
