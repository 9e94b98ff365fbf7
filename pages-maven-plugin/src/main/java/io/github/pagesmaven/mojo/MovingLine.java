package io.github.pagesmaven.mojo;

import java.io.PrintStream;

/** One line of a terminal that says what is being done, and is gone when something stays to be read. */
final class MovingLine {
    private static final int WIDTH = 79;

    private final PrintStream terminal;
    private int shown;

    MovingLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Puts a text in the place of the last one. */
    synchronized void show(String text) {
        String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
        terminal.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        terminal.flush();
        shown = line.length();
    }

    /** Leaves the line empty, with the cursor at its start. */
    synchronized void clear() {
        if (shown > 0) {
            terminal.print("\r" + " ".repeat(shown) + "\r");
            terminal.flush();
            shown = 0;
        }
    }
}
