package io.github.pagesmaven.run.console;

/**
 * Colours and signs of the terminal.
 *
 * @param color whether escapes may be printed
 * @param unicode whether the terminal shows more than ASCII
 */
public record Style(boolean color, boolean unicode) {
    /** Neither. */
    public static final Style PLAIN = new Style(false, false);

    private String paint(String code, String text) {
        return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String link(String text) {
        return paint("36", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String status(int status) {
        String text = String.valueOf(status);
        return status >= 500 ? red(text) : status >= 400 ? yellow(text) : status >= 300 ? link(text) : green(text);
    }

    String sign(String symbol, String ascii) {
        return unicode ? symbol : ascii;
    }
}
