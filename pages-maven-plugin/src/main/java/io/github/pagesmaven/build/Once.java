package io.github.pagesmaven.build;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks once, when it is first needed, and keeps the answer. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> question;
    private @Nullable T answer;

    Once(Supplier<T> question) {
        this.question = question;
    }

    @Override
    public synchronized T get() {
        if (answer == null) {
            answer = question.get();
        }
        return answer;
    }
}
