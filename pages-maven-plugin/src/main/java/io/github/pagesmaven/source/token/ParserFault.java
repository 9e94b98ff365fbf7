package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SyntaxFault;

/**
 * A mistake at which the tokenizer stops but which CPython leaves to its parser to report, so that an earlier mistake of
 * the grammar goes before it.
 */
final class ParserFault extends SyntaxFault {
    private static final long serialVersionUID = 1L;

    ParserFault(String message, int offset) {
        super(message, offset);
    }
}
