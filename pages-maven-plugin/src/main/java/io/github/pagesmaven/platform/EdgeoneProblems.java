package io.github.pagesmaven.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pagesmaven.platform.HeaderRule.Header;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.NearestName;
import io.github.pagesmaven.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges single values of edgeone.json as the platform does and keeps what it would refuse. */
final class EdgeoneProblems {
    private static final List<String> KEYS = List.of(
            "$schema",
            "buildCommand",
            "caches",
            "cloudFunctions",
            "devCommand",
            "edge-functions",
            "headers",
            "installCommand",
            "node-functions",
            "nodeFunctionsConfig",
            "nodeVersion",
            "outputDirectory",
            "plugins",
            "redirects",
            "rewrites",
            "routesExtend",
            "trailingSlash");
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_/:*.~=?#!$&+,;%@ -]*");
    private static final Pattern BAD_COLON = Pattern.compile(":(?![A-Za-z0-9])");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1," + Limits.HEADER_NAME_LENGTH + "}");
    private static final Pattern HEADER_VALUE =
            Pattern.compile("[\\t\\x20-\\x7e\\x{a0}-\\x{ff}]{1," + Limits.HEADER_VALUE_LENGTH + "}");

    private final String fileName;
    private final List<Problem> found = new ArrayList<>();

    EdgeoneProblems(String fileName) {
        this.fileName = fileName;
    }

    List<Problem> list() {
        return found;
    }

    void add(String path, String what, String fix) {
        found.add(Problem.error(Code.INVALID_CONFIGURATION, place(path), what, fix));
    }

    private String place(String path) {
        return path.isEmpty() ? fileName : fileName + " " + path;
    }

    /** A key that is one or two letters from a known one is a slip; others may be newer than this plugin. */
    void checkKeys(JsonNode root) {
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                NearestName.of(key, KEYS)
                        .ifPresent(known -> found.add(Problem.warning(
                                Code.INVALID_CONFIGURATION,
                                place(key),
                                "is no key that the platform knows",
                                "write " + known + " instead")));
            }
        });
    }

    Optional<String> pattern(JsonNode rule, String path, String key) {
        Optional<String> text = text(rule, path, key);
        if (text.isPresent() && text.get().chars().filter(c -> c == '*').count() > 1) {
            add(path + "." + key, "holds more than one *", "keep the last *, write :name for the others");
            return Optional.empty();
        }
        return text;
    }

    Optional<String> destination(JsonNode rule, String path, String key, boolean starAllowed) {
        Optional<String> text = text(rule, path, key);
        if (text.isPresent() && !starAllowed && text.get().contains("*")) {
            add(path + "." + key, "holds a *", "write :splat for what the * of the source matched");
            return Optional.empty();
        }
        return text;
    }

    private Optional<String> text(JsonNode rule, String path, String key) {
        JsonNode value = rule.path(key);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            add(
                    path + "." + key,
                    value.isMissingNode() ? "is missing" : "has to be a text",
                    "write a path such as \"/old\"");
            return Optional.empty();
        }
        String text = SCHEME.matcher(value.textValue()).replaceFirst("");
        if (text.length() > Limits.PATTERN_LENGTH) {
            add(
                    path + "." + key,
                    "has " + text.length() + " characters, the platform takes " + Limits.PATTERN_LENGTH,
                    "shorten it with :name or *");
            return Optional.empty();
        }
        if (!ALLOWED.matcher(text).matches() || BAD_COLON.matcher(text).find()) {
            add(
                    path + "." + key,
                    "holds a character that the platform refuses",
                    "use letters, digits and _ - / : * . ~ = ? # ! $ & + , ; % @, and a name after each colon");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    Optional<Header> header(JsonNode node, String path) {
        String name = node.path("key").asText("");
        String value = node.path("value").asText("");
        if (!HEADER_NAME.matcher(name).matches()) {
            add(
                    path + ".key",
                    "has to be 1 to " + Limits.HEADER_NAME_LENGTH + " letters, digits and hyphens",
                    "write for example \"X-Frame-Options\"");
            return Optional.empty();
        }
        if (!node.path("value").isTextual() || !HEADER_VALUE.matcher(value).matches()) {
            add(
                    path + ".value",
                    "has to be 1 to " + Limits.HEADER_VALUE_LENGTH + " Latin characters on one line",
                    "encode other characters, for example as %E4%BD%A0");
            return Optional.empty();
        }
        return Optional.of(new Header(name, value));
    }
}
