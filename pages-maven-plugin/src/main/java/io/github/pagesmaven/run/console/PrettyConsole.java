package io.github.pagesmaven.run.console;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.worker.BrokenFunction;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Lines for people: aligned, coloured on a terminal, plain everywhere else. */
public final class PrettyConsole implements RunListener {
    /** The letters that {@link Letters} obeys. */
    public static final String LETTERS =
            "r reload  o open  d dashboard  l routes  c clear  h help  q quit   (letter + Enter)";

    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Consumer<String> out;
    private final Consumer<String> important;
    private final Style style;
    private final boolean letters;
    private final Consumer<String> debug;
    private volatile Second last = new Second(-1, "");

    /** A second since 1970 as the user's clock shows it. */
    private record Second(long number, String text) {}

    /**
     * @param out takes each line
     * @param important takes the lines that are told with -q as well
     * @param style colours and signs
     * @param letters whether letters are obeyed, and so told
     * @param debug takes what is told with -X
     */
    public PrettyConsole(
            Consumer<String> out, Consumer<String> important, Style style, boolean letters, Consumer<String> debug) {
        this.out = out;
        this.important = important;
        this.style = style;
        this.letters = letters;
        this.debug = debug;
    }

    @Override
    public void started(Startup startup) {
        String arrow = style.sign("\u279c", "->");
        int width = (startup.url() + "__pages").length() + 4;
        out.accept("  " + style.bold(startup.title()));
        out.accept("");
        out.accept("  " + arrow + "  " + style.link(left(startup.url(), width)) + startup.frontend());
        out.accept("  " + arrow + "  " + style.link(left(startup.url() + "__pages", width)) + "dashboard");
        startup.routes().forEach(line -> out.accept("  " + line));
        String environment = startup.environment().isEmpty() ? "" : "env: " + startup.environment() + "   ";
        String rules = startup.rules().isEmpty() ? "" : "rules: " + startup.rules() + "   ";
        out.accept(
                "  " + environment + rules + String.format(Locale.ROOT, "ready in %.1f s", startup.millis() / 1000.0));
        if (letters) {
            out.accept("  " + style.dim(LETTERS));
        }
        out.accept("");
    }

    @Override
    public void served(RequestRecord request) {
        String line = time(request.time())
                + "  "
                + style.status(request.status())
                + "  "
                + left(request.method() + " ", 8)
                + left(visible(request.path()) + " ", 23)
                + left(visible(request.answered()) + " ", 39)
                + duration(request.millis());
        String held = request.heldMillis() > 0 ? "  (held " + request.heldMillis() + " ms)" : "";
        out.accept(line + style.dim(held));
        request.notes().forEach(note -> out.accept("          " + style.yellow(note)));
    }

    /** Every request comes by here: a format would be read anew each time. */
    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String duration(double millis) {
        long tenths = Math.round(millis * 10);
        String text = tenths < 100 ? tenths / 10 + "." + tenths % 10 : String.valueOf(Math.round(millis));
        return " ".repeat(Math.max(0, 5 - text.length())) + text + " ms";
    }

    /** A path without characters that would move the cursor of a terminal. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            if (Character.isISOControl(shown.charAt(i))) {
                shown.setCharAt(i, '?');
            }
        }
        return shown.toString();
    }

    @Override
    public void reloaded(Reload reload) {
        String waited = reload.waited().isEmpty() ? "" : " (" + reload.waited() + ")";
        out.accept(time(reload.time()) + "  " + style.green(style.sign("\u21bb", "~")) + " "
                + visible(String.join(", ", reload.files())) + " - " + reload.outcome() + " in " + reload.millis()
                + " ms" + waited);
    }

    @Override
    public void broken(BrokenFunction function) {
        important.accept(now() + "  " + style.red(style.sign("\u2717", "x")) + " "
                + style.bold(visible(function.where())) + "  " + visible(function.error()));
        function.source().forEach(line -> important.accept("          " + visible(line)));
        important.accept("          " + visible(function.file()) + " answers 500 until it is mended; the others go on");
    }

    @Override
    public void problem(Problem problem) {
        problem.lines().forEach(line -> important.accept(problem.isError() ? style.red(line) : style.yellow(line)));
    }

    @Override
    public void printed(String line) {
        important.accept(line);
    }

    @Override
    public void note(String text) {
        out.accept(now() + "  " + text);
    }

    @Override
    public void show(List<String> lines) {
        lines.forEach(line -> out.accept("  " + line));
    }

    /** Where escapes are printed the screen is empty afterwards; elsewhere nothing can be taken back. */
    @Override
    public void clear() {
        if (style.color()) {
            out.accept(CLEAR);
        }
    }

    @Override
    public void debug(String text) {
        debug.accept(text);
    }

    private static String now() {
        return LocalTime.now(ZoneId.systemDefault()).format(TIME);
    }

    private String time(long millis) {
        Second known = last;
        long second = Math.floorDiv(millis, 1000);
        if (known.number() != second) {
            known = new Second(
                    second,
                    Instant.ofEpochSecond(second).atZone(ZoneId.systemDefault()).format(TIME));
            last = known;
        }
        return known.text();
    }
}
