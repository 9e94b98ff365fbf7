package io.github.pagesmaven.source.entry;

import java.util.List;
import java.util.Optional;

/** Tells WSGI and ASGI callables by their signatures. */
final class Callables {
    private Callables() {}

    /** The kind of a function, if its parameters are those of WSGI or ASGI; {@code AUTO} when it takes any. */
    static Optional<Entry.Mode> mode(Thing.Function function) {
        return mode(function.async(), function.parameters());
    }

    /**
     * The kind of a callable.
     *
     * @param parameters as in {@link io.github.pagesmaven.source.FunctionFact}, without {@code self}
     */
    static Optional<Entry.Mode> mode(boolean async, List<String> parameters) {
        int needed = 0;
        int possible = 0;
        for (String name : parameters) {
            if (name.equals("*")) {
                boolean free = parameters.subList(parameters.indexOf(name) + 1, parameters.size()).stream()
                        .allMatch(other -> other.endsWith("=") || other.startsWith("*"));
                return free ? mode(async, needed, possible) : Optional.empty();
            }
            if (name.startsWith("**")) {
                break;
            }
            if (name.startsWith("*")) {
                return needed <= (async ? 3 : 2) ? Optional.of(Entry.Mode.AUTO) : Optional.empty();
            }
            possible++;
            needed += name.endsWith("=") ? 0 : 1;
        }
        return mode(async, needed, possible);
    }

    private static Optional<Entry.Mode> mode(boolean async, int needed, int possible) {
        int given = async ? 3 : 2;
        return needed <= given && given <= possible
                ? Optional.of(async ? Entry.Mode.ASGI : Entry.Mode.WSGI)
                : Optional.empty();
    }
}
