package io.github.pagesmaven.source;

import java.util.List;

/**
 * A def statement at module level.
 *
 * @param name in NFKC
 * @param async whether it is a coroutine function
 * @param parameters the names of its parameters, those after {@code *} with it
 * @param decorators its decorators, the outermost first
 * @param locals what its body binds, in order
 * @param returns what it returns, in order
 * @param line 1-based
 */
public record FunctionFact(
        String name,
        boolean async,
        List<String> parameters,
        List<Value> decorators,
        List<Binding> locals,
        List<Value> returns,
        int line) {
    public FunctionFact {
        parameters = List.copyOf(parameters);
        decorators = List.copyOf(decorators);
        locals = List.copyOf(locals);
        returns = List.copyOf(returns);
    }
}
