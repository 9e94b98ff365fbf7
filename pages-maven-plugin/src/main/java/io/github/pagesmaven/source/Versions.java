package io.github.pagesmaven.source;

import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.text.SourceText;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares {@code sys.version_info} with literals, knowing 3 and the minor version but not what follows. */
final class Versions {
    private static final Pattern INDEX = Pattern.compile("[01]");
    private static final Pattern PREFIX = Pattern.compile("\\s*:\\s*([12])\\s*");

    private final int[] version;
    private final SourceText text;

    Versions(int minor, SourceText text) {
        this.version = new int[] {3, minor};
        this.text = text;
    }

    /**
     * What a comparison comes to.
     *
     * @param names tells the origin of a name
     */
    Truth compare(Expr left, String operator, Expr right, Function<Expr, String> names) {
        if (isVersion(right, names)) {
            return compare(right, mirrored(operator), left, names);
        }
        if (!isVersion(left, names)) {
            return Truth.UNKNOWN;
        }
        int part = part(left, names);
        if (part >= 0) {
            int[] literal = numbers(right);
            return literal.length == 1 && right instanceof Expr.Constant
                    ? decide(Integer.compare(version[part], literal[0]), operator)
                    : Truth.UNKNOWN;
        }
        int[] literal = right instanceof Expr.Sequence ? numbers(right) : new int[0];
        return literal.length == 0 ? Truth.UNKNOWN : compareTuple(literal, prefix(left), operator);
    }

    private Truth compareTuple(int[] literal, int known, String operator) {
        for (int i = 0; i < literal.length && i < known; i++) {
            if (i >= version.length) {
                boolean release = i == 2 && literal.length == 3 && literal[2] == 0;
                return release ? decide(1, operator) : Truth.UNKNOWN;
            }
            int order = Integer.compare(version[i], literal[i]);
            if (order != 0) {
                return decide(order, operator);
            }
        }
        return decide(Integer.compare(known, literal.length), operator);
    }

    private static Truth decide(int order, String operator) {
        return switch (operator) {
            case ">=" -> Truth.of(order >= 0);
            case ">" -> Truth.of(order > 0);
            case "<=" -> Truth.of(order <= 0);
            case "<" -> Truth.of(order < 0);
            case "==" -> Truth.of(order == 0);
            case "!=" -> Truth.of(order != 0);
            default -> Truth.UNKNOWN;
        };
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case ">=" -> "<=";
            case ">" -> "<";
            case "<=" -> ">=";
            case "<" -> ">";
            default -> operator;
        };
    }

    private static boolean isVersion(Expr expr, Function<Expr, String> names) {
        Expr base = expr instanceof Expr.Subscript subscript ? subscript.value() : expr;
        String name = names.apply(base);
        return name.equals("sys.version_info")
                || name.equals("sys.version_info.major")
                || name.equals("sys.version_info.minor");
    }

    /** Which number an expression asks for: 0, 1, or -1 when it asks for several. */
    private int part(Expr expr, Function<Expr, String> names) {
        String name = names.apply(expr);
        if (name.endsWith(".major") || name.endsWith(".minor")) {
            return name.endsWith(".major") ? 0 : 1;
        }
        if (expr instanceof Expr.Subscript subscript && subscript.index() instanceof Expr.Constant index) {
            return INDEX.matcher(index.text()).matches() ? Integer.parseInt(index.text()) : -1;
        }
        return -1;
    }

    /** How many numbers a slice of the version has; all five when there is none. */
    private int prefix(Expr expr) {
        if (expr instanceof Expr.Subscript subscript) {
            Expr index = subscript.index();
            Matcher slice = PREFIX.matcher(text.slice(index.start(), index.end()));
            return slice.matches() ? Integer.parseInt(slice.group(1)) : 5;
        }
        return 5;
    }

    private static int[] numbers(Expr expr) {
        if (expr instanceof Expr.Constant constant && constant.text().matches("[0-9]{1,6}")) {
            return new int[] {Integer.parseInt(constant.text())};
        }
        if (!(expr instanceof Expr.Sequence sequence)) {
            return new int[0];
        }
        int[] numbers = new int[sequence.items().size()];
        for (int i = 0; i < numbers.length; i++) {
            int[] one = sequence.items().get(i) instanceof Expr.Constant item ? numbers(item) : new int[0];
            if (one.length != 1) {
                return new int[0];
            }
            numbers[i] = one[0];
        }
        return numbers;
    }
}
