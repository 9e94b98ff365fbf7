package io.github.pagesmaven.resolve.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as PEP 440 defines it.
 *
 * @param epoch the number before {@code !}
 * @param release the dotted numbers without zeros at the end, but for the first
 * @param stage what stands after the release, in the order of PEP 440: see {@link #parse}
 * @param local the parts after {@code +}
 * @param text as written
 */
public record Version(
        BigInteger epoch, List<BigInteger> release, List<BigInteger> stage, List<String> local, String text)
        implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("v?(?:(\\d+)!)?(\\d+(?:\\.\\d+)*)"
            + "(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\\d*))?"
            + "(?:-(\\d+)|[-_.]?(post|rev|r)[-_.]?(\\d*))?"
            + "(?:[-_.]?(dev)[-_.]?(\\d*))?"
            + "(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?");
    private static final BigInteger LAST = BigInteger.ONE.shiftLeft(256);
    private static final BigInteger FIRST = LAST.negate();

    /** Reads a version; empty when PEP 440 does not allow it. */
    public static Optional<Version> parse(String text) {
        Matcher m = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean pre = m.group(3) != null;
        boolean post = m.group(5) != null || m.group(6) != null;
        boolean dev = m.group(8) != null;
        BigInteger letter = LAST;
        if (pre) {
            letter = BigInteger.valueOf(
                    "ab".indexOf(m.group(3).charAt(0)) < 0
                            ? 2
                            : "ab".indexOf(m.group(3).charAt(0)));
        } else if (dev && !post) {
            letter = FIRST;
        }
        List<BigInteger> stage = List.of(
                letter,
                number(m.group(4)),
                post ? number(m.group(5) != null ? m.group(5) : m.group(7)) : FIRST,
                dev ? number(m.group(9)) : LAST);
        return Optional.of(new Version(
                number(m.group(1)),
                release(m.group(2)),
                stage,
                m.group(10) == null ? List.of() : List.of(m.group(10).split("[-_.]", -1)),
                text.strip()));
    }

    /** Whether it comes before the release that it belongs to. */
    public boolean isPrerelease() {
        return !stage.get(0).equals(LAST) || !stage.get(3).equals(LAST);
    }

    boolean isPostrelease() {
        return !stage.get(2).equals(FIRST);
    }

    /** The same without what stands after {@code +}. */
    Version withoutLocal() {
        return new Version(epoch, release, stage, List.of(), text);
    }

    /** Whether epoch and release are equal. */
    boolean sameRelease(Version other) {
        return epoch.equals(other.epoch) && release.equals(other.release);
    }

    /** Whether the first numbers of its release are those given; missing ones are 0. */
    boolean startsWith(BigInteger otherEpoch, List<BigInteger> prefix) {
        for (int i = 0; i < prefix.size(); i++) {
            if (!part(i).equals(prefix.get(i))) {
                return false;
            }
        }
        return epoch.equals(otherEpoch);
    }

    private BigInteger part(int index) {
        return index < release.size() ? release.get(index) : BigInteger.ZERO;
    }

    @Override
    public int compareTo(Version other) {
        int order = epoch.compareTo(other.epoch);
        for (int i = 0; order == 0 && i < Math.max(release.size(), other.release.size()); i++) {
            order = part(i).compareTo(other.part(i));
        }
        for (int i = 0; order == 0 && i < stage.size(); i++) {
            order = stage.get(i).compareTo(other.stage.get(i));
        }
        return order == 0 ? compareLocal(other) : order;
    }

    private int compareLocal(Version other) {
        int order = 0;
        for (int i = 0; order == 0 && i < Math.min(local.size(), other.local.size()); i++) {
            boolean number = isNumber(local.get(i));
            boolean otherNumber = isNumber(other.local.get(i));
            order = number != otherNumber
                    ? Boolean.compare(number, otherNumber)
                    : number
                            ? new BigInteger(local.get(i)).compareTo(new BigInteger(other.local.get(i)))
                            : local.get(i).compareTo(other.local.get(i));
        }
        return order == 0 ? Integer.compare(local.size(), other.local.size()) : order;
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static BigInteger number(String digits) {
        return digits == null || digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    static List<BigInteger> release(String text) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            numbers.add(new BigInteger(part));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return List.copyOf(numbers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * release.hashCode() + stage.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
