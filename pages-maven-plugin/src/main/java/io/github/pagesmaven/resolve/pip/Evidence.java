package io.github.pagesmaven.resolve.pip;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What our launcher saw while pip resolved.
 *
 * @param files for each project the files that pip saw, and what it thought of them
 * @param causes what could not be satisfied
 * @param candidates for each name that was asked about the best version for the target, or empty for none
 * @param unreachable indexes that did not answer, with the reason
 * @param refused what would have had to be built
 */
record Evidence(
        Map<String, Map<String, Verdict>> files,
        List<Cause> causes,
        Map<String, String> candidates,
        List<String> unreachable,
        @Nullable Refused refused) {
    static final Evidence NONE = new Evidence(Map.of(), List.of(), Map.of(), List.of(), null);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * pip's opinion of one file.
     *
     * @param kind {@code candidate}, {@code platform_mismatch}, {@code requires_python_mismatch} ...
     * @param requiresPython what the index says
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Verdict(String kind, String requiresPython) {
        boolean fits() {
            return kind.equals("candidate");
        }
    }

    /**
     * One requirement that cannot be satisfied together with the others.
     *
     * @param name of the project
     * @param requirement as pip shows it
     * @param parent the distribution that asks for it, or empty for the user
     */
    record Cause(String name, String requirement, String parent) {}

    /**
     * A distribution that comes as sources.
     *
     * @param name of the project, or empty
     * @param link where it is
     */
    record Refused(String name, String link) {}

    static Evidence read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Evidence.class);
    }
}
