package io.github.pagesmaven.run.front;

/** The line at the end of a page that lets it reload itself when its sources have changed. */
public final class PageReload {
    /** Where the script is served. */
    public static final String PATH = "/__pages/reload.js";

    /** HTML; a parser takes it after the end of the document as well. */
    public static final String LINE = "<script src=\"" + PATH + "\" defer></script>\n";

    private PageReload() {}
}
