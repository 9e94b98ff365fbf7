package io.github.pagesmaven.zip;

/**
 * One entry of the zip to write.
 *
 * @param path its name in the zip, segments separated by {@code /}
 * @param source where its bytes come from
 * @param executable whether it gets mode 0755 instead of 0644
 * @param group what its size counts for in the report: a distribution such as {@code numpy 2.4.6}, or a part of the
 *     bundle such as {@code functions}
 */
public record ZipItem(String path, ZipSource source, boolean executable, String group) {}
