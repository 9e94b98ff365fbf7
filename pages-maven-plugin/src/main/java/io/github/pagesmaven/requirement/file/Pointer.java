package io.github.pagesmaven.requirement.file;

import io.github.pagesmaven.requirement.file.RequirementLine.Form;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one requirement points to, and its name where the text tells it (PEP 508; pip's {@code constructors.py} for
 * bare URLs and paths).
 *
 * @param name its PEP 503 name
 * @param form whether it has to be built
 */
record Pointer(Optional<String> name, Form form) {
    private static final String NAME = "([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)";
    private static final Pattern NAMED =
            Pattern.compile(NAME + "\\s*(?:\\[[^\\]]*\\])?\\s*(?:@\\s*(.*)|[^A-Za-z0-9@].*)?", Pattern.DOTALL);
    private static final Pattern LINK =
            Pattern.compile("(?i)(?:https?|ftp|file|(git|hg|svn|bzr|ssh)(?:\\+[a-z]+)?):.*", Pattern.DOTALL);
    private static final Pattern EGG = Pattern.compile("[#&]egg=" + NAME);
    private static final Pattern ARCHIVE =
            Pattern.compile("(?i)(.+?)(?:-\\d[^-]*)?\\.(?:zip|tar|tgz|tbz|txz|tlz|tar\\.(?:gz|bz2|xz|lz|lzma))");
    private static final Pattern SCHEME_FREE_PATH = Pattern.compile("\\.{0,2}[^@;\\[<>=!~\\s]*[/\\\\].*|\\..*");

    static Pointer editable(String text) {
        return new Pointer(link(text).name(), Form.SOURCE);
    }

    static Pointer of(String text) {
        if (LINK.matcher(text).matches()) {
            return link(text.split("; ", 2)[0].strip());
        }
        String bare = text.split(";", 2)[0].strip();
        boolean archive =
                ARCHIVE.matcher(bare).matches() || bare.toLowerCase(Locale.ROOT).endsWith(".whl");
        if (SCHEME_FREE_PATH.matcher(bare).matches() || (archive && !bare.contains("@"))) {
            return link(bare.replaceFirst("\\[[^\\]]*\\]$", ""));
        }
        Matcher named = NAMED.matcher(bare);
        if (!named.matches()) {
            return new Pointer(Optional.empty(), Form.NAMED);
        }
        Optional<String> name = Optional.of(ProjectName.normalize(named.group(1)));
        String url = named.group(2);
        return new Pointer(name, url == null ? Form.NAMED : link(url.strip()).form());
    }

    private static Pointer link(String url) {
        Matcher egg = EGG.matcher(url);
        Optional<String> named = egg.find() ? Optional.of(ProjectName.normalize(egg.group(1))) : Optional.empty();
        String path = url.split("[?#]", 2)[0];
        String file = decoded(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
        if (file.toLowerCase(Locale.ROOT).endsWith(".whl")) {
            return new Pointer(Optional.of(ProjectName.normalize(file.split("-", 2)[0])), Form.WHEEL);
        }
        Matcher archive = ARCHIVE.matcher(file);
        Optional<String> guessed =
                archive.matches() ? Optional.of(ProjectName.normalize(archive.group(1))) : Optional.empty();
        return new Pointer(named.or(() -> guessed), Form.SOURCE);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
