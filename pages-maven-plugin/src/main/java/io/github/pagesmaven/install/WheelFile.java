package io.github.pagesmaven.install;

/**
 * One file that a wheel installs.
 *
 * @param path where it is installed, below the folder of packages, segments separated by {@code /}
 * @param entry its name in the wheel
 * @param size its bytes
 * @param executable whether the wheel marks it as a program
 * @param hash its hash as RECORD writes it ({@code sha256=...}); empty for RECORD itself and for its signatures
 */
record WheelFile(String path, String entry, long size, boolean executable, String hash) {}
