package io.github.pagesmaven.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pagesmaven.platform.HeaderRule.Header;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Turns the tree of edgeone.json into rules and notes everything that the platform would drop without a word. */
final class EdgeoneReader {
    private static final Set<Integer> STATUS_CODES = Set.of(301, 302, 303, 304, 307, 308);

    private final EdgeoneProblems problems;

    EdgeoneReader(String fileName) {
        this.problems = new EdgeoneProblems(fileName);
    }

    EdgeoneJson read(JsonNode root) {
        if (!root.isObject()) {
            problems.add("", "has to hold one object", "start the file with { and end it with }");
            return result(root, Optional.empty());
        }
        problems.checkKeys(root);
        for (String path : List.of("cloudFunctions.nodejs", "cloudFunctions.go", "nodeFunctionsConfig")) {
            duration(root, path);
        }
        rules(root, "caches", this::cache);
        return result(root, duration(root, "cloudFunctions.python"));
    }

    private EdgeoneJson result(JsonNode root, Optional<Integer> maxDuration) {
        Optional<String> outputDirectory = outputDirectory(root.path("outputDirectory"));
        List<Redirect> redirects = rules(root, "redirects", this::redirect);
        List<Rewrite> rewrites = rules(root, "rewrites", this::rewrite);
        List<HeaderRule> headers = rules(root, "headers", this::headerRule);
        JsonNode slash = root.path("trailingSlash");
        if (!slash.isMissingNode() && !slash.isBoolean()) {
            problems.add("trailingSlash", "is neither true nor false", "write true or false without quotes");
        }
        Optional<Boolean> trailingSlash = slash.isBoolean() ? Optional.of(slash.booleanValue()) : Optional.empty();
        return new EdgeoneJson(
                outputDirectory, redirects, rewrites, headers, trailingSlash, maxDuration, problems.list());
    }

    private Optional<String> outputDirectory(JsonNode value) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        String text = value.asText("").strip();
        if (!value.isTextual() || text.isEmpty()) {
            problems.add("outputDirectory", "has to be the name of a folder", "write for example \"dist\"");
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text).toString());
        } catch (InvalidPathException e) {
            problems.add("outputDirectory", "is no name of a folder: " + e.getReason(), "write for example \"dist\"");
            return Optional.empty();
        }
    }

    private Optional<Integer> duration(JsonNode root, String parent) {
        JsonNode node = root;
        for (String key : parent.split("\\.", -1)) {
            node = node.path(key);
        }
        JsonNode value = node.path("maxDuration");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        boolean right = value.isIntegralNumber()
                && value.longValue() >= Limits.SHORTEST_DURATION
                && value.longValue() <= Limits.LONGEST_DURATION;
        if (!right) {
            problems.add(
                    parent + ".maxDuration",
                    value + " is no whole number of seconds from " + Limits.SHORTEST_DURATION + " to "
                            + Limits.LONGEST_DURATION,
                    "write a number from " + Limits.SHORTEST_DURATION + " to " + Limits.LONGEST_DURATION);
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    private <T> List<T> rules(JsonNode root, String key, BiFunction<JsonNode, Integer, Optional<T>> read) {
        JsonNode list = root.path(key);
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray()) {
            problems.add(key, "has to be a list", "write [ ... ]");
            return List.of();
        }
        if (list.size() > Limits.RULES) {
            problems.add(
                    key,
                    "holds " + list.size() + " rules, the platform takes " + Limits.RULES,
                    "join rules with :name or *");
        }
        List<T> rules = new ArrayList<>();
        for (int index = 0; index < Math.min(list.size(), Limits.RULES); index++) {
            if (list.get(index).isObject()) {
                read.apply(list.get(index), index).ifPresent(rules::add);
            } else {
                problems.add(key + "[" + index + "]", "has to be an object", "write { ... }");
            }
        }
        return rules;
    }

    private Optional<Redirect> redirect(JsonNode node, int index) {
        String path = "redirects[" + index + "]";
        Optional<String> source = problems.pattern(node, path, "source");
        Optional<String> destination = problems.destination(node, path, "destination", false);
        JsonNode status = node.path("statusCode");
        boolean known = status.isIntegralNumber() && STATUS_CODES.contains(status.intValue());
        if (!known) {
            problems.add(
                    path + ".statusCode",
                    (status.isMissingNode() ? "is missing" : status + " is no redirect"),
                    "write one of 301, 302, 303, 304, 307, 308");
        }
        return source.isPresent() && destination.isPresent() && known
                ? Optional.of(new Redirect(index, new RulePattern(source.get()), destination.get(), status.intValue()))
                : Optional.empty();
    }

    private Optional<Rewrite> rewrite(JsonNode node, int index) {
        String path = "rewrites[" + index + "]";
        boolean isShort = node.has("src") || node.has("dest");
        Optional<String> source = problems.pattern(node, path, isShort ? "src" : "source");
        Optional<String> destination = problems.destination(node, path, isShort ? "dest" : "destination", true);
        return source.isPresent() && destination.isPresent()
                ? Optional.of(new Rewrite(index, new RulePattern(source.get()), destination.get()))
                : Optional.empty();
    }

    private Optional<HeaderRule> headerRule(JsonNode node, int index) {
        String path = "headers[" + index + "]";
        Optional<String> source = problems.pattern(node, path, "source");
        JsonNode list = node.path("headers");
        if (!list.isArray() || list.isEmpty() || list.size() > Limits.RULES) {
            problems.add(
                    path + ".headers",
                    "has to be a list of 1 to " + Limits.RULES + " headers",
                    "write [{\"key\": \"X-Name\", \"value\": \"text\"}]");
            return Optional.empty();
        }
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            problems.header(list.get(i), path + ".headers[" + i + "]").ifPresent(headers::add);
        }
        if (headers.size() < list.size()) {
            return Optional.empty();
        }
        return source.map(text -> new HeaderRule(index, new RulePattern(text), headers));
    }

    private Optional<Integer> cache(JsonNode node, int index) {
        String path = "caches[" + index + "]";
        problems.pattern(node, path, "source");
        JsonNode seconds = node.path("cacheTtl");
        if (!seconds.isIntegralNumber() || seconds.longValue() < 0) {
            problems.add(path + ".cacheTtl", "has to be a number of seconds, 0 or more", "write a whole number");
        }
        return Optional.empty();
    }
}
