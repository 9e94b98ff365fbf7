package io.github.pagesmaven.source.entry;

import java.util.List;
import java.util.Optional;

/** Tells WSGI and ASGI callables by their signatures. */
final class Callables {
    private Callables() {}

    static Optional<Entry.Mode> mode(boolean async, int parameters) {
        if (async) {
            return parameters == 3 ? Optional.of(Entry.Mode.ASGI) : Optional.empty();
        }
        return parameters == 2 ? Optional.of(Entry.Mode.WSGI) : Optional.empty();
    }

    static Optional<Entry.Mode> mode(Thing.Function function) {
        List<String> parameters = function.parameters();
        boolean plain = parameters.stream().noneMatch(name -> name.startsWith("*"));
        return plain ? mode(function.async(), parameters.size()) : Optional.empty();
    }
}
