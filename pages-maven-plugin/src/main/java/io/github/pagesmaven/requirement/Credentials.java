package io.github.pagesmaven.requirement;

import java.util.regex.Pattern;

/** Keeps what opens doors out of everything that is shown or written. */
public final class Credentials {
    private static final Pattern USER_INFO = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)[^/?#\\s\"']*@");
    private static final Pattern QUERY = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^\\s?#\"']*)\\?[^\\s#\"']*");

    private Credentials() {}

    /** A text whose URLs have lost user, password and query. */
    public static String strip(String text) {
        if (!text.contains("://")) {
            return text;
        }
        return QUERY.matcher(USER_INFO.matcher(text).replaceAll("$1")).replaceAll("$1");
    }
}
