package io.github.pagesmaven.requirement;

import io.github.pagesmaven.source.Target;
import java.util.Map;

/**
 * What merging depends on beside the sources.
 *
 * @param target whose standard library counts
 * @param importMap import names ({@code a} or {@code a.b}) and the distributions that provide them; goes before the
 *     built-in table
 * @param accelerators which of the runtime's optional distributions are added
 */
public record MergeOptions(Target target, Map<String, String> importMap, Accelerators accelerators) {
    public MergeOptions {
        importMap = Map.copyOf(importMap);
    }
}
