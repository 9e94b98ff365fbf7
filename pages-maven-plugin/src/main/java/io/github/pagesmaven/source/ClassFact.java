package io.github.pagesmaven.source;

import java.util.List;

/**
 * A class statement at module level.
 *
 * @param name in NFKC
 * @param bases its bases in order, as written
 * @param members what its body binds in branches that are alive, in order
 * @param line 1-based
 */
public record ClassFact(String name, List<Value> bases, List<Binding> members, int line) {
    public ClassFact {
        bases = List.copyOf(bases);
        members = List.copyOf(members);
    }
}
