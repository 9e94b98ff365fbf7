package io.github.pagesmaven.requirement.file;

/**
 * An option that a requirements file gives to pip.
 *
 * @param place {@code cloud-functions/requirements.txt:1}
 * @param name the long form without dashes, {@code extra-index-url}
 * @param written its value with variables as written; empty for a flag
 * @param value the same with the values of its variables; may hold a password
 */
public record OptionLine(String place, String name, String written, String value) {}
