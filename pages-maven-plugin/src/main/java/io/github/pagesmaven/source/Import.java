package io.github.pagesmaven.source;

import java.util.List;

/**
 * One module named by an import statement or by a literal dynamic import.
 *
 * @param module the dotted name in NFKC, with its leading dots when relative
 * @param kind when it is imported
 * @param line 1-based line of the statement
 * @param column 1-based column of the statement, in characters
 * @param names what {@code from} takes out of the module, {@code *} included; empty for a plain import
 * @param need how strongly a relative or dynamic import is needed; equal to {@code kind} for all others
 */
public record Import(String module, Kind kind, int line, int column, List<String> names, Kind need) {

    /** When and whether an import runs; the weakest that applies wins, in the order of the first six. */
    public enum Kind {
        /** When the module is loaded. */
        REQUIRED,
        /** When a function is called. */
        LAZY,
        /** Its failure is caught. */
        OPTIONAL,
        /** Only when the file is run as a program. */
        MAIN,
        /** Only for type checkers. */
        TYPING,
        /** Never, for the target. */
        DEAD,
        /** Relative to the package of the file. */
        RELATIVE,
        /** A literal name given to {@code import_module} or {@code __import__}. */
        DYNAMIC
    }

    public Import {
        names = List.copyOf(names);
    }

    /** An import whose need is its kind. */
    public Import(String module, Kind kind, int line, int column, List<String> names) {
        this(module, kind, line, column, names, kind);
    }
}
