package io.github.pagesmaven.scan.folder;

import java.util.Comparator;

/**
 * Orders paths by Unicode code points, as Python and UTF-8 do; Java's own order of strings puts characters beyond
 * U+FFFF before some of those below.
 */
public final class PathOrder implements Comparator<String> {
    /** The one instance; it has no state. */
    public static final PathOrder BY_CODE_POINT = new PathOrder();

    private PathOrder() {}

    @Override
    public int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int index = 0; index < common; index++) {
            char one = left.charAt(index);
            char other = right.charAt(index);
            if (one != other) {
                boolean surrogate = Character.isSurrogate(one);
                return surrogate == Character.isSurrogate(other) ? Character.compare(one, other) : surrogate ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
