package io.github.pagesmaven.resolve.wheel;

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

    /** As people write it: {@code numpy 2.4.6}. */
    public String label() {
        return name + " " + version;
    }

    /** The same with the hash and the size of the file that was found. */
    public Pin found(String hash, long bytes) {
        return new Pin(name, version, fileName, url, hash, bytes, direct, requiresPython, yanked);
    }
}
