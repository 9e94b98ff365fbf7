package io.github.pagesmaven.source.syntax;

import org.jspecify.annotations.Nullable;

/** What may be assigned to, and what CPython calls that which may not. */
final class Targets {
    private Targets() {}

    /** The part of a target that cannot be assigned to, or null. */
    static @Nullable Expr invalid(Expr target) {
        if (target instanceof Expr.Name || target instanceof Expr.Attribute || target instanceof Expr.Subscript) {
            return null;
        }
        if (target instanceof Expr.Starred starred) {
            return invalid(starred.value());
        }
        if (target instanceof Expr.Sequence sequence && sequence.shape() != Expr.Sequence.Shape.SET) {
            for (Expr item : sequence.items()) {
                Expr invalid = invalid(item);
                if (invalid != null) {
                    return invalid;
                }
            }
            return null;
        }
        return target;
    }

    /** The part of the target of a del statement that cannot be deleted, or null. */
    static @Nullable Expr undeletable(Expr target) {
        if (target instanceof Expr.Starred) {
            return target;
        }
        if (target instanceof Expr.Sequence sequence && sequence.shape() != Expr.Sequence.Shape.SET) {
            for (Expr item : sequence.items()) {
                Expr invalid = undeletable(item);
                if (invalid != null) {
                    return invalid;
                }
            }
            return null;
        }
        return invalid(target);
    }

    /** Whether a target may be annotated or augmented. */
    static boolean isSingle(Expr target) {
        return target instanceof Expr.Name || target instanceof Expr.Attribute || target instanceof Expr.Subscript;
    }

    /** CPython's word for an expression. */
    static String describe(Expr expr) {
        if (expr instanceof Expr.Opaque opaque) {
            return opaque.what();
        }
        if (expr instanceof Expr.Constant constant) {
            return switch (constant.text()) {
                case "True", "False", "None" -> constant.text();
                case "..." -> "ellipsis";
                default -> "literal";
            };
        }
        if (expr instanceof Expr.Text text) {
            return text.form() == Expr.Text.Form.FIELDS
                    ? "f-string expression"
                    : text.form() == Expr.Text.Form.TEMPLATE ? "t-string expression" : "literal";
        }
        if (expr instanceof Expr.Sequence sequence) {
            return switch (sequence.shape()) {
                case TUPLE -> "tuple";
                case LIST -> "list";
                case SET -> "set display";
            };
        }
        return describeForm(expr);
    }

    private static String describeForm(Expr expr) {
        return switch (expr.getClass().getSimpleName()) {
            case "Name" -> "name";
            case "Attribute" -> "attribute";
            case "Subscript" -> "subscript";
            case "Starred" -> "starred";
            case "Call" -> "function call";
            case "Dict" -> "dict literal";
            case "Lambda" -> "lambda";
            case "Conditional" -> "conditional expression";
            case "Compare" -> "comparison";
            case "Await" -> "await expression";
            case "Walrus" -> "named expression";
            default -> "expression";
        };
    }
}
