package io.github.pagesmaven.run.worker;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is done when something completes later. */
public final class Completions {
    private Completions() {}

    /** Calls an action with the result, or with the bare failure. */
    public static <T> void whenDone(CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> action) {
        var unused = future.whenComplete((result, failure) -> action.accept(result, bare(failure)));
    }

    /** Gives the result of one, or its failure, to another. */
    public static <T> void forward(CompletableFuture<T> from, CompletableFuture<T> to) {
        whenDone(from, (result, failure) -> {
            if (failure == null) {
                to.complete(result);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }

    private static @Nullable Throwable bare(@Nullable Throwable failure) {
        return failure instanceof CompletionException
                ? Objects.requireNonNullElse(failure.getCause(), failure)
                : failure;
    }
}
