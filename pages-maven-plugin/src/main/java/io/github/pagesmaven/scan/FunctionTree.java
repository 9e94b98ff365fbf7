package io.github.pagesmaven.scan;

import io.github.pagesmaven.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What stands in the functions directory.
 *
 * @param root the directory
 * @param folderName how messages call it, relative to the project: {@code cloud-functions}
 * @param sources its Python files, sorted by path
 * @param resources all other files that are bundled: relative, with {@code /}, sorted
 * @param problems mistakes in the sources and what their authors should know, in the order of the files
 */
public record FunctionTree(
        Path root, String folderName, List<SourceFile> sources, List<String> resources, List<Problem> problems) {
    public FunctionTree {
        sources = List.copyOf(sources);
        resources = List.copyOf(resources);
        problems = List.copyOf(problems);
    }

    /** The files that answer requests. */
    public List<SourceFile> functions() {
        return sources.stream().filter(SourceFile::isFunction).toList();
    }

    /** The auxiliary modules. */
    public List<SourceFile> modules() {
        return sources.stream().filter(source -> !source.isFunction()).toList();
    }

    /** How messages call one of its files. */
    public String place(String path) {
        return folderName + "/" + path;
    }
}
