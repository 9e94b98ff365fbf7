package io.github.pagesmaven.resolve.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A set of version specifiers, {@code >=3.8,!=3.9.7,<4} (PEP 440); the empty set allows every version. */
public final class Specifiers {
    private static final Pattern FORM = Pattern.compile("(===|~=|==|!=|<=|>=|<|>)\\s*(.+)");

    private record Specifier(String operator, String version) {}

    private final List<Specifier> specifiers;

    private Specifiers(List<Specifier> specifiers) {
        this.specifiers = List.copyOf(specifiers);
    }

    /** Reads a set; empty when one of its parts is no specifier. */
    public static Optional<Specifiers> parse(String text) {
        List<Specifier> found = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = FORM.matcher(part.strip());
            if (matcher.matches()) {
                found.add(new Specifier(matcher.group(1), matcher.group(2).strip()));
            } else if (!part.isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Specifiers(found));
    }

    /** Whether all allow a version; a prerelease is allowed like any other. */
    public boolean allow(Version version) {
        return specifiers.stream().allMatch(specifier -> allows(specifier, version));
    }

    private static boolean allows(Specifier specifier, Version version) {
        String wanted = specifier.version();
        if (specifier.operator().equals("===")) {
            return version.text().equalsIgnoreCase(wanted);
        }
        boolean prefix = wanted.endsWith(".*");
        Optional<Version> parsed = Version.parse(prefix ? wanted.substring(0, wanted.length() - 2) : wanted);
        return parsed.isPresent() && allows(specifier.operator(), parsed.get(), prefix, version);
    }

    private static boolean allows(String operator, Version wanted, boolean prefix, Version version) {
        Version shown = version.withoutLocal();
        return switch (operator) {
            case "==" -> equal(wanted, prefix, version);
            case "!=" -> !equal(wanted, prefix, version);
            case "<=" -> shown.compareTo(wanted) <= 0;
            case ">=" -> shown.compareTo(wanted) >= 0;
            case "<" ->
                shown.compareTo(wanted) < 0
                        && !(!wanted.isPrerelease() && version.isPrerelease() && version.sameRelease(wanted));
            case ">" -> shown.compareTo(wanted) > 0 && !isVariantOf(wanted, version);
            default -> shown.compareTo(wanted) >= 0 && version.startsWith(wanted.epoch(), allButLast(wanted.text()));
        };
    }

    /** A post release or a local build of a version is not newer than it. */
    private static boolean isVariantOf(Version wanted, Version version) {
        boolean post = version.isPostrelease() && !wanted.isPostrelease();
        return version.sameRelease(wanted) && (post || !version.local().isEmpty());
    }

    private static boolean equal(Version wanted, boolean prefix, Version version) {
        if (prefix) {
            return version.startsWith(wanted.epoch(), numbers(wanted.text()));
        }
        return (wanted.local().isEmpty() ? version.withoutLocal() : version).compareTo(wanted) == 0;
    }

    private static List<BigInteger> allButLast(String version) {
        List<BigInteger> all = numbers(version);
        return all.subList(0, Math.max(1, all.size() - 1));
    }

    /** The release with all the zeros that were written: they count in a prefix. */
    private static List<BigInteger> numbers(String version) {
        Matcher release = Pattern.compile("v?(?:\\d+!)?(\\d+(?:\\.\\d+)*).*", Pattern.CASE_INSENSITIVE)
                .matcher(version);
        return release.matches()
                ? Arrays.stream(release.group(1).split("\\.", -1))
                        .map(BigInteger::new)
                        .toList()
                : List.of();
    }
}
