package io.github.pagesmaven.source;

import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Literals;
import io.github.pagesmaven.source.syntax.Stmt;
import io.github.pagesmaven.source.text.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides conditions for the target: constants, its version and platform, and who reads the file. */
final class Branches {
    private static final Set<String> MODULES = Set.of("sys", "os", "platform", "typing", "six", "contextlib");

    private final SourceText text;
    private final Target target;
    private final Versions versions;
    private final Map<String, String> origins = new HashMap<>();

    Branches(SourceText text, Target target) {
        this.text = text;
        this.target = target;
        this.versions = new Versions(target.minor(), text);
    }

    /** Remembers by which names the modules that conditions ask are known. */
    void note(Stmt.Import statement) {
        for (Stmt.Alias alias : statement.aliases()) {
            String as = alias.as();
            if (as != null && MODULES.contains(alias.name())) {
                origins.put(as, alias.name());
            }
        }
    }

    /** Remembers by which names parts of the modules that conditions ask are known. */
    void note(Stmt.ImportFrom statement) {
        if (MODULES.contains(statement.module())) {
            for (Stmt.Alias alias : statement.aliases()) {
                String as = alias.as();
                origins.put(as == null ? alias.name() : as, statement.module() + "." + alias.name());
            }
        }
    }

    Truth test(Expr expr) {
        if (expr instanceof Expr.Not not) {
            return test(not.operand()).not();
        }
        if (expr instanceof Expr.Logical logical) {
            return join(logical);
        }
        if (expr instanceof Expr.Compare compare) {
            return chain(compare);
        }
        if (expr instanceof Expr.Call call) {
            return call(call);
        }
        return expr instanceof Expr.Name || expr instanceof Expr.Attribute ? named(name(expr)) : literal(expr);
    }

    private static Truth named(String name) {
        if (name.equals("TYPE_CHECKING") || name.endsWith(".TYPE_CHECKING")) {
            return Truth.TYPING;
        }
        return switch (name) {
            case "__debug__", "six.PY3" -> Truth.YES;
            case "six.PY2" -> Truth.NO;
            default -> Truth.UNKNOWN;
        };
    }

    private Truth literal(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return constant(constant.text());
        }
        if (expr instanceof Expr.Text literal) {
            return Literals.value(text, literal)
                    .map(value -> Truth.of(!value.isEmpty()))
                    .orElse(Truth.UNKNOWN);
        }
        if (expr instanceof Expr.Sequence sequence) {
            boolean starred = sequence.items().stream().anyMatch(item -> item instanceof Expr.Starred);
            return starred ? Truth.UNKNOWN : Truth.of(!sequence.items().isEmpty());
        }
        return expr instanceof Expr.Dict dict && !dict.keys().contains(null)
                ? Truth.of(!dict.keys().isEmpty())
                : Truth.UNKNOWN;
    }

    /** A chain of comparisons: each with its neighbour. */
    private Truth chain(Expr.Compare compare) {
        Truth truth = Truth.YES;
        for (int i = 0; i < compare.operators().size(); i++) {
            truth = truth.and(compare(
                    compare.operands().get(i),
                    compare.operators().get(i),
                    compare.operands().get(i + 1)));
        }
        return truth;
    }

    private Truth join(Expr.Logical logical) {
        Truth joined = test(logical.operands().get(0));
        for (Expr operand : logical.operands().subList(1, logical.operands().size())) {
            joined = logical.conjunction() ? joined.and(test(operand)) : joined.or(test(operand));
        }
        return joined;
    }

    private static Truth constant(String text) {
        return switch (text) {
            case "True", "..." -> Truth.YES;
            case "False", "None" -> Truth.NO;
            default -> Truth.of(!text.matches("[0_.]+"));
        };
    }

    private Truth compare(Expr left, String operator, Expr right) {
        Optional<String> known = knownText(left);
        if (known.isPresent()) {
            return compareText(known.get(), operator, right);
        }
        Optional<String> other = knownText(right);
        if (other.isPresent() && (operator.equals("==") || operator.equals("!="))) {
            return compareText(other.get(), operator, left);
        }
        return versions.compare(left, operator, right, this::name);
    }

    private Truth compareText(String known, String operator, Expr other) {
        if (other instanceof Expr.Text literal) {
            String value = Literals.value(text, literal).orElse("");
            Truth same = known.equals("__name__")
                    ? value.equals("__main__") ? Truth.MAIN : Truth.UNKNOWN
                    : Truth.of(known.equals(value));
            return switch (operator) {
                case "==", "is" -> same;
                case "!=", "is not" -> same.not();
                case "in" -> known.equals("__name__") ? Truth.UNKNOWN : Truth.of(value.contains(known));
                default -> Truth.UNKNOWN;
            };
        }
        if (other instanceof Expr.Sequence sequence
                && known.equals("__name__")
                && sequence.items().size() == 1) {
            String single = operator.equals("in") ? "==" : operator.equals("not in") ? "!=" : "";
            return compareText(known, single, sequence.items().get(0));
        }
        if (other instanceof Expr.Sequence sequence && !known.equals("__name__")) {
            return contains(known, operator, sequence.items());
        }
        return Truth.UNKNOWN;
    }

    private Truth contains(String known, String operator, List<Expr> items) {
        boolean found = false;
        for (Expr item : items) {
            if (!(item instanceof Expr.Text literal)) {
                return Truth.UNKNOWN;
            }
            found |= Literals.value(text, literal).orElse("").equals(known);
        }
        return member(found, operator);
    }

    private static Truth member(boolean found, String operator) {
        return switch (operator) {
            case "in" -> Truth.of(found);
            case "not in" -> Truth.of(!found);
            default -> Truth.UNKNOWN;
        };
    }

    /** What a name holds on the target, when that is known; {@code __name__} stands for itself. */
    private Optional<String> knownText(Expr expr) {
        if (expr instanceof Expr.Call call && call.arguments().isEmpty()) {
            return switch (name(call.function())) {
                case "platform.system" -> Optional.of(system());
                case "platform.python_implementation" -> Optional.of("CPython");
                default -> Optional.empty();
            };
        }
        return switch (name(expr)) {
            case "__name__" -> Optional.of("__name__");
            case "sys.platform" -> Optional.of(target.sysPlatform());
            case "os.name" -> Optional.of(target.sysPlatform().equals("win32") ? "nt" : "posix");
            case "sys.implementation.name" -> Optional.of("cpython");
            default -> Optional.empty();
        };
    }

    private String system() {
        return switch (target.sysPlatform()) {
            case "win32" -> "Windows";
            case "darwin" -> "Darwin";
            default -> "Linux";
        };
    }

    private Truth call(Expr.Call call) {
        if (!(call.function() instanceof Expr.Attribute method)
                || !method.name().equals("startswith")
                || call.arguments().size() != 1) {
            return Truth.UNKNOWN;
        }
        Optional<String> known = knownText(method.value());
        if (known.isEmpty() || known.get().equals("__name__")) {
            return Truth.UNKNOWN;
        }
        Expr prefix = call.arguments().get(0).value();
        List<Expr> prefixes = prefix instanceof Expr.Sequence sequence ? sequence.items() : List.of(prefix);
        boolean starts = false;
        for (Expr one : prefixes) {
            if (!(one instanceof Expr.Text literal)) {
                return Truth.UNKNOWN;
            }
            starts |= Literals.value(text, literal).map(known.get()::startsWith).orElse(false);
        }
        return Truth.of(starts);
    }

    /** The dotted origin of a name, as far as it is that of a module that conditions ask. */
    String name(Expr expr) {
        String dotted = Values.dotted(expr);
        int dot = dotted.indexOf('.');
        String first = dot < 0 ? dotted : dotted.substring(0, dot);
        return origins.getOrDefault(first, first.equals("_sys") ? "sys" : first)
                + (dot < 0 ? "" : dotted.substring(dot));
    }
}
