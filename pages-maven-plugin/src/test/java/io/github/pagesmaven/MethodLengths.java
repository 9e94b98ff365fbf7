package io.github.pagesmaven;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Measures methods with the compiler's own parser: from the first line of the signature, or its annotation, to the closing brace. */
final class MethodLengths {
    private MethodLengths() {}

    static List<String> longerThan(int limit, Path root, List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Scanner(unit, positions, limit, root, found), null);
            }
        }
        return found;
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final int limit;
        private final Path root;
        private final List<String> found;

        Scanner(CompilationUnitTree unit, SourcePositions positions, int limit, Path root, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.limit = limit;
            this.root = root;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            if (start >= 0 && end >= 0 && method.getBody() != null) {
                long first = unit.getLineMap().getLineNumber(start);
                long lines = unit.getLineMap().getLineNumber(end) - first + 1;
                if (lines > limit) {
                    Path file = Path.of(unit.getSourceFile().toUri());
                    found.add(root.toAbsolutePath().relativize(file) + ":" + first + " has " + lines + " lines");
                }
            }
            return super.visitMethod(method, null);
        }
    }
}
