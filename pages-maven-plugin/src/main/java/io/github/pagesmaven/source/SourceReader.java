package io.github.pagesmaven.source;

import io.github.pagesmaven.source.syntax.PythonParser;
import io.github.pagesmaven.source.syntax.Stmt;
import io.github.pagesmaven.source.text.Decoder;
import io.github.pagesmaven.source.text.EncodingFault;
import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;
import io.github.pagesmaven.source.token.TokenMemory;
import io.github.pagesmaven.source.token.Tokens;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Reads Python files for one target. One reader serves any number of threads. */
public final class SourceReader {
    /** Bytes; address space for the deepest nesting that the grammar allows, even while the code is interpreted. */
    private static final long LARGE_STACK = 64L << 20;

    private final Target target;
    private final Queue<Memory> idle = new ConcurrentLinkedQueue<>();

    /** What one thread needs to read one file after another. */
    private record Memory(Decoder decoder, TokenMemory tokens) {}

    /** A reader for a target. */
    public SourceReader(Target target) {
        this.target = target;
    }

    /**
     * Reads a file; whatever its bytes are, there is an answer.
     *
     * @param content the bytes of the file
     * @return its facts, or why it is refused
     */
    public Source read(byte[] content) {
        return read(content, false);
    }

    /**
     * Reads a file as far as it takes to know its imports and whether it is valid; with everything else that it says
     * only if it may have an entry.
     *
     * @param content the bytes of the file
     * @return its facts, or why it is refused
     */
    public Source outline(byte[] content) {
        return read(content, true);
    }

    private Source read(byte[] content, boolean outline) {
        Memory waiting = idle.poll();
        Memory memory = waiting != null
                ? waiting
                : new Memory(new Decoder(), new TokenMemory(PythonParser.watched(Source.SYMBOLS)));
        try {
            SourceText text = memory.decoder().decode(content);
            return read(text, new Tokens(text, target.minor(), memory.tokens()), outline);
        } catch (EncodingFault fault) {
            return Source.refused(new SyntaxProblem(fault.text(), fault.line(), 1));
        } catch (StackOverflowError tooDeep) {
            return onLargeStack(content, outline);
        } finally {
            idle.add(memory);
        }
    }

    /**
     * Reads what is too deep for the stack of the caller, so that the answer depends on the file alone and neither on
     * the thread nor on what the JVM has compiled so far.
     */
    private Source onLargeStack(byte[] content, boolean outline) {
        if (Thread.currentThread() instanceof LargeThread) {
            return Source.refused(new SyntaxProblem("too many nested expressions", 1, 1));
        }
        FutureTask<Source> task = new FutureTask<>(() -> read(content, outline));
        new LargeThread(task).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a source", e);
        }
    }

    /** A thread with room for any file that is not refused for its depth. */
    private static final class LargeThread extends Thread {
        LargeThread(Runnable task) {
            super(null, task, "pages-deep-source", LARGE_STACK);
            setDaemon(true);
        }
    }

    private Source read(SourceText text, Tokens tokens, boolean outline) {
        try {
            List<Stmt> imports = outline ? PythonParser.outline(tokens) : null;
            return imports == null ? facts(text, PythonParser.parse(tokens)) : outline(text, imports);
        } catch (SyntaxFault fault) {
            int offset = Math.min(fault.offset(), text.length());
            int column = fault.column() > 0 ? fault.column() : text.column(offset);
            return Source.refused(new SyntaxProblem(fault.text(), text.line(offset), column));
        }
    }

    private Source outline(SourceText text, List<Stmt> file) {
        return Source.outline(
                new ImportCollector(text, new Branches(text, target)).collect(file), IgnoreMark.isIn(text));
    }

    private Source facts(SourceText text, List<Stmt> file) {
        Branches branches = new Branches(text, target);
        List<Import> imports = new ImportCollector(text, branches).collect(file);
        FactCollector facts = new FactCollector(text, branches);
        facts.walk(file);
        facts.end();
        return new Source(
                null,
                imports,
                facts.bindings(),
                facts.classes,
                facts.functions,
                facts.registrations.found(),
                IgnoreMark.isIn(text),
                facts.djangoSettings());
    }
}
