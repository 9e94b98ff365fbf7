package io.github.pagesmaven.source;

import java.util.List;

/**
 * A def statement at module level.
 *
 * @param name in NFKC
 * @param async whether it is a coroutine function
 * @param parameters the names of its parameters, those after {@code *} with it, those that may be left out with {@code =}
 * @param registrations calls and decorators in its body that may add routes to an application that it returns
 * @param locals what its body binds, in order, as far as that matters for what it returns
 * @param returns what it returns, in order
 * @param line 1-based
 */
public record FunctionFact(
        String name,
        boolean async,
        List<String> parameters,
        List<Value> registrations,
        List<Binding> locals,
        List<Value> returns,
        int line) {
    public FunctionFact {
        parameters = List.copyOf(parameters);
        registrations = List.copyOf(registrations);
        locals = List.copyOf(locals);
        returns = List.copyOf(returns);
    }
}
