package io.github.pagesmaven.zip;

import io.github.pagesmaven.problem.Problem;
import java.util.Comparator;
import java.util.List;

/**
 * What a zip holds.
 *
 * @param size bytes of the zip
 * @param unpackedSize bytes of its entries when unpacked
 * @param entries how many entries
 * @param groups sizes of the distributions and parts, the largest first
 * @param rewritten false when the zip on disk was already this one
 * @param problems warnings about its size
 */
public record ZipReport(
        long size, long unpackedSize, int entries, List<GroupSize> groups, boolean rewritten, List<Problem> problems) {
    /** The order of groups: the largest first. */
    static final Comparator<GroupSize> BY_SIZE =
            Comparator.comparingLong(GroupSize::compressed).reversed().thenComparing(GroupSize::group);

    public ZipReport {
        groups = groups.stream().sorted(BY_SIZE).toList();
        problems = List.copyOf(problems);
    }
}
