package io.github.pagesmaven.resolve.wheel;

import io.github.pagesmaven.requirement.Credentials;

/**
 * A distribution that was resolved: exactly this wheel is to be installed.
 *
 * @param name its PEP 503 name
 * @param version its version
 * @param fileName the wheel's own file name
 * @param url where it came from; its user and password are gone, a query may be left
 * @param sha256 of the wheel, in lower-case hexadecimal; empty while an index does not say it
 * @param size in bytes; 0 while it is not known
 * @param direct whether the user named a URL or a path, so that no index is asked for it
 * @param requiresPython the versions of Python that it wants, or empty
 * @param yanked whether its publisher has withdrawn it
 */
public record Pin(
        String name,
        String version,
        String fileName,
        String url,
        String sha256,
        long size,
        boolean direct,
        String requiresPython,
        boolean yanked) {
    private static final int FIELDS = 9;

    /** As people write it: {@code numpy 2.4.6}. */
    public String label() {
        return name + " " + version;
    }

    /** All of it in one line, for a file of this plugin's own; without what may be secret in its address. */
    public String line() {
        return String.join(
                "\t",
                name,
                version,
                fileName,
                Credentials.strip(url),
                sha256,
                Long.toString(size),
                Boolean.toString(direct),
                requiresPython,
                Boolean.toString(yanked));
    }

    /**
     * What such a line says.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Pin ofLine(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(line);
        }
        return new Pin(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                Long.parseLong(fields[5]),
                Boolean.parseBoolean(fields[6]),
                fields[7],
                Boolean.parseBoolean(fields[8]));
    }

    /** The same with the hash and the size of the file that was found. */
    public Pin found(String hash, long bytes) {
        return new Pin(name, version, fileName, url, hash, bytes, direct, requiresPython, yanked);
    }
}
