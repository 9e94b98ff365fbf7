package io.github.pagesmaven.stage.bytecode;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.stage.Bundle;
import io.github.pagesmaven.stage.BundleEntry;
import io.github.pagesmaven.stage.EntrySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Adds bytecode to a bundle: of the user's functions, of the runtime, and of the modules that these import. Bytecode in
 * the bundle's folder that is not wanted is deleted, in every mode.
 */
public final class Precompiler {
    private final Bundle bundle;
    private final PrecompileRequest request;
    private final BytecodeState last;
    private final StagedBytecode staged;
    private final List<BundleEntry> entries;
    private final Set<String> paths;

    private Precompiler(Bundle bundle, PrecompileRequest request) throws IOException {
        this.bundle = bundle;
        this.request = request;
        this.last = BytecodeState.read(request.state());
        this.staged = new StagedBytecode(bundle.directory(), last);
        // Without bytecode the installer looks after the packages.
        this.entries = request.mode() == PrecompileRequest.Mode.OFF ? bundle.own() : bundle.entries();
        this.paths = entries.stream().map(BundleEntry::path).collect(Collectors.toSet());
    }

    /**
     * Compiles what is not compiled yet.
     *
     * @throws PagesException when it is {@code on} and there is no interpreter of the target's version (PAGES-001), or
     *     the interpreter or the disk fails (PAGES-027)
     */
    public static Precompiled apply(Bundle bundle, PrecompileRequest request) {
        if (request.mode() == PrecompileRequest.Mode.ON && !request.fits()) {
            throw PagesException.error(missing(request));
        }
        try {
            return new Precompiler(bundle, request).run();
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            "<precompile>",
                            "the bundle cannot be compiled: " + e.getMessage(),
                            "free the disk, or build with -Dpages.precompile=off"),
                    e);
        }
    }

    private static Problem missing(PrecompileRequest request) {
        String target = request.target().majorMinor();
        return Problem.error(
                Code.PYTHON_MISSING,
                "<precompile>",
                "bytecode for Python " + target + " can only be made by CPython " + target,
                "install it, name it with -Dpages.python=PATH, or leave precompile at auto",
                request.interpreter()
                        .map(found -> "found: " + found.implementation() + " " + found.version() + " at "
                                + found.executable())
                        .orElse("found: none"));
    }

    private Precompiled run() throws IOException {
        if (request.mode() == PrecompileRequest.Mode.OFF || !request.fits()) {
            Files.deleteIfExists(request.state());
            staged.deleteOthers(folders(), paths);
            boolean off = request.mode() == PrecompileRequest.Mode.OFF;
            return new Precompiled(
                    bundle, 0, 0, off ? "off" : "no CPython " + request.target().majorMinor() + " is at hand");
        }
        Interpreter interpreter = request.interpreter().orElseThrow();
        String key = key(interpreter);
        List<CompiledModule> packages = packages(key, interpreter);
        boolean tooLarge = request.mode() == PrecompileRequest.Mode.AUTO && breaksLimit(packages);
        List<CompiledModule> chosen = tooLarge ? List.of() : packages;
        Files.deleteIfExists(request.state());
        List<BundleEntry> added = compileOwn(interpreter);
        added.addAll(extract(chosen));
        staged.deleteOthers(folders(), paths);
        new BytecodeState(key, packages, staged.staged()).write(request.state());
        return new Precompiled(
                bundle.with(added),
                added.size(),
                sizeOnDisk(added),
                tooLarge ? "packages with bytecode would be larger than sizeLimit" : "");
    }

    private long sizeOnDisk(List<BundleEntry> added) {
        return added.stream()
                .mapToLong(entry ->
                        bundle.directory().resolve(entry.path()).toFile().length())
                .sum();
    }

    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        for (String path : paths) {
            if (!path.contains("__pycache__/")) {
                folders.add(path.substring(0, path.lastIndexOf('/') + 1));
            }
        }
        return folders;
    }

    /** What decides which modules of packages are compiled, and by what. */
    private String key(Interpreter interpreter) throws IOException {
        StringBuilder text = new StringBuilder(ArchiveCache.FORM + " ")
                .append(interpreter.version())
                .append('\n');
        request.imports().stream().sorted().forEach(name -> text.append(name).append('\n'));
        Set<String> archives = new TreeSet<>();
        for (BundleEntry entry : entries) {
            if (entry.source() instanceof EntrySource.InArchive source) {
                archives.add(source.sha256());
            } else if (entry.part().equals(Bundle.RUNTIME)
                    && entry.path().endsWith(".py")
                    && entry.source() instanceof EntrySource.OnDisk file) {
                text.append(ArchiveCache.hash(file.file())).append('\n');
            }
        }
        archives.forEach(hash -> text.append(hash).append('\n'));
        return ArchiveCache.hash(text.toString());
    }

    private List<CompiledModule> packages(String key, Interpreter interpreter) throws IOException {
        boolean known = key.equals(last.key())
                && last.packages().stream()
                        .map(module -> ((EntrySource.InArchive) module.source()).archive())
                        .distinct()
                        .allMatch(Files::isRegularFile);
        List<CompiledModule> modules = known
                ? last.packages()
                : new PackageBytecode(
                                bundle, request.imports(), new ArchiveCache(request.cache(), interpreter), interpreter)
                        .compile();
        return modules.stream().filter(module -> !paths.contains(module.path())).toList();
    }

    private boolean breaksLimit(List<CompiledModule> packages) throws IOException {
        long sum = packages.stream().mapToLong(CompiledModule::compressed).sum();
        Set<Path> wheels = new TreeSet<>();
        for (BundleEntry entry : entries) {
            if (entry.source() instanceof EntrySource.InArchive source) {
                wheels.add(source.archive());
            }
        }
        for (Path wheel : wheels) {
            sum += Files.size(wheel);
        }
        return sum > request.sizeLimit();
    }

    private List<BundleEntry> compileOwn(Interpreter interpreter) throws IOException {
        List<BundleEntry> modules = entries.stream()
                .filter(entry -> entry.path().endsWith(".py") && entry.path().indexOf('/') > 0)
                .filter(entry -> entry.source() instanceof EntrySource.OnDisk)
                .toList();
        Map<BundleEntry, String> madeOf = new HashMap<>();
        CompilerProgram program = new CompilerProgram();
        boolean any = false;
        for (BundleEntry module : modules) {
            Path source = ((EntrySource.OnDisk) module.source()).file();
            String path =
                    CompiledModule.pathOf(module.path(), interpreter.version().minor());
            madeOf.put(module, interpreter.version() + " " + ArchiveCache.hash(source));
            if (!staged.stands(path, madeOf.getOrDefault(module, ""))) {
                program.compile(source, module.path(), staged.place(path));
                any = true;
            }
        }
        if (any) {
            program.run(interpreter);
        }
        return remember(modules, madeOf, interpreter);
    }

    /** What the interpreter has refused is not there, and not told again: the scan has judged the sources. */
    private List<BundleEntry> remember(
            List<BundleEntry> modules, Map<BundleEntry, String> madeOf, Interpreter interpreter) throws IOException {
        List<BundleEntry> added = new ArrayList<>();
        for (BundleEntry module : modules) {
            String path =
                    CompiledModule.pathOf(module.path(), interpreter.version().minor());
            if (!paths.contains(path) && staged.remember(path, madeOf.getOrDefault(module, ""))) {
                EntrySource source = new EntrySource.OnDisk(bundle.directory().resolve(path));
                added.add(new BundleEntry(path, source, false, module.part()));
            }
        }
        return added;
    }

    private List<BundleEntry> extract(List<CompiledModule> modules) throws IOException {
        List<BundleEntry> added = new ArrayList<>();
        Map<Path, BytecodeArchive> open = new HashMap<>();
        try {
            for (CompiledModule module : modules) {
                EntrySource.InArchive source = (EntrySource.InArchive) module.source();
                String madeOf = source.sha256();
                if (!staged.stands(module.path(), madeOf)) {
                    BytecodeArchive archive = open.get(source.archive());
                    if (archive == null) {
                        archive = new BytecodeArchive(source.archive());
                        open.put(source.archive(), archive);
                    }
                    Files.write(staged.place(module.path()), archive.content(source.entry()));
                }
                staged.remember(module.path(), madeOf);
                added.add(new BundleEntry(module.path(), source, false, module.part()));
            }
        } finally {
            for (BytecodeArchive archive : open.values()) {
                archive.close();
            }
        }
        return added;
    }
}
