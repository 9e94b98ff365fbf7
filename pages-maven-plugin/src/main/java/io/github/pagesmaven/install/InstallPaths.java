package io.github.pagesmaven.install;

import java.util.Optional;

/**
 * Where the files of a wheel go, as {@code pip install --target} lays them out, without what only a host needs: its
 * scripts, and what an installer writes about itself.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/binary-distribution-format/">the wheel
 *     specification</a>
 */
final class InstallPaths {
    private final String information;
    private final String data;
    private final String name;

    /**
     * @param information the wheel's {@code NAME-VERSION.dist-info}
     * @param name the distribution's name, for its folder of headers
     */
    InstallPaths(String information, String name) {
        this.information = information;
        this.data = information.substring(0, information.length() - ".dist-info".length()) + ".data/";
        this.name = name;
    }

    /**
     * The place of an entry below the folder of packages; empty for one that is not installed.
     *
     * @throws IllegalArgumentException when the entry stands in a part of {@code .data} that no wheel has
     */
    Optional<String> of(String entry) {
        if (isBookkeeping(entry)) {
            return Optional.empty();
        }
        if (!entry.startsWith(data)) {
            return Optional.of(entry);
        }
        String inData = entry.substring(data.length());
        int slash = inData.indexOf('/');
        String scheme = slash < 0 ? inData : inData.substring(0, slash);
        String path = slash < 0 ? "" : inData.substring(slash + 1);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("the entry " + entry + " stands outside the parts of " + data);
        }
        return switch (scheme) {
            case "purelib", "platlib" -> Optional.of(path);
            case "data" -> path.startsWith("bin/") ? Optional.empty() : Optional.of(path);
            case "headers" -> Optional.of("include/python/" + name + "/" + path);
            case "scripts" -> Optional.empty();
            default ->
                throw new IllegalArgumentException("the entry " + entry + " stands in an unknown part of " + data);
        };
    }

    private boolean isBookkeeping(String entry) {
        return entry.equals(information + "/INSTALLER")
                || entry.equals(information + "/REQUESTED")
                || entry.equals(information + "/direct_url.json");
    }
}
