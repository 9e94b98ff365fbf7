package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;
import io.github.pagesmaven.source.token.Kind;
import io.github.pagesmaven.source.token.TokenMemory;
import io.github.pagesmaven.source.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a text by the grammar of one version of CPython 3; a parser is used once. */
public final class PythonParser {
    private final Tokens tokens;

    private PythonParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The statements of a file.
     *
     * @param tokens the file
     * @throws SyntaxFault where CPython would report the first mistake
     */
    public static List<Stmt> parse(Tokens tokens) {
        return new PythonParser(tokens).read(grammar -> grammar.blocks.file());
    }

    /** The words that a memory must watch for an outline: those of the grammar, and names of which the outline tells. */
    public static List<String> watched(List<String> names) {
        List<String> words = new ArrayList<>(Outliner.IMPORTING);
        words.addAll(names);
        return words;
    }

    /**
     * The statements of a file that import something, with those around them; other statements are checked and left out.
     *
     * @param tokens the file
     * @return null when the file must be parsed to know whether it is valid, or when one of the names that are watched
     *     stands at its module level
     */
    public static @Nullable List<Stmt> outline(Tokens tokens) {
        if (tokens.isBroken()) {
            return null;
        }
        try {
            Grammar grammar = new Grammar(tokens, true);
            return Objects.requireNonNull(grammar.outliner).file();
        } catch (Rejection | SyntaxFault unsure) {
            return null;
        }
    }

    /** The expression that is all of a text, as in the field of a string before 3.12. */
    static Expr parseField(SourceText text, int minor, TokenMemory memory) {
        return new PythonParser(new Tokens(text, minor, memory)).read(grammar -> {
            Expr value = grammar.expressions.starExpressions();
            grammar.cursor.accept(Kind.NEWLINE);
            grammar.cursor.expect(Kind.END);
            return value;
        });
    }

    /** Reads in a hurry; what is refused is read again to find the mistake, as CPython does. */
    private <T> T read(Function<Grammar, T> rule) {
        try {
            return rule.apply(new Grammar(tokens));
        } catch (Rejection | SyntaxFault refused) {
            tokens.trace();
            return trace(rule);
        }
    }

    private <T> T trace(Function<Grammar, T> rule) {
        try {
            return rule.apply(new Grammar(tokens));
        } catch (Rejection rejection) {
            throw diagnose(again -> Objects.requireNonNull(rule.apply(again)));
        } catch (SyntaxFault forced) {
            throw tokens.checkRest(forced);
        }
    }

    private SyntaxFault diagnose(Consumer<Grammar> rule) {
        int last = tokens.read() - 1;
        Grammar again = new Grammar(tokens);
        again.cursor.diagnose(true);
        try {
            rule.accept(again);
        } catch (SyntaxFault fault) {
            return tokens.checkRest(fault);
        } catch (Rejection rejection) {
            return unexpected(last);
        }
        return unexpected(last);
    }

    private SyntaxFault unexpected(int index) {
        int place = tokens.place(index);
        return switch (tokens.kind(index)) {
            case INDENT -> new SyntaxFault("unexpected indent", place);
            case DEDENT -> new SyntaxFault("unexpected unindent", place);
            default -> tokens.checkRest(new SyntaxFault("invalid syntax", place));
        };
    }
}
