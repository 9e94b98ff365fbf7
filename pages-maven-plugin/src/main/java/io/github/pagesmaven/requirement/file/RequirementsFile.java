package io.github.pagesmaven.requirement.file;

import io.github.pagesmaven.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a requirements file and all that it includes declare.
 *
 * @param path the file itself
 * @param place how messages call it, {@code cloud-functions/requirements.txt}
 * @param lines requirements and constraints in reading order
 * @param options options in reading order
 * @param files every local file that was read, the first one included, in reading order
 * @param remote whether it includes a file from a URL, so that only pip knows everything
 * @param problems nested files that cannot be read
 */
public record RequirementsFile(
        Path path,
        String place,
        List<RequirementLine> lines,
        List<OptionLine> options,
        List<Path> files,
        boolean remote,
        List<Problem> problems) {
    public RequirementsFile {
        lines = List.copyOf(lines);
        options = List.copyOf(options);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** What is asked for; constraints are not. */
    public List<RequirementLine> requirements() {
        return lines.stream().filter(line -> !line.constraint()).toList();
    }

    /** The PEP 503 names of what is asked for, whether or not the marker applies. */
    public Set<String> names() {
        return requirements().stream().flatMap(line -> line.name().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether pip checks hashes for everything that it installs, as soon as one line has one. */
    public boolean requiresHashes() {
        return lines.stream().anyMatch(RequirementLine::hashed)
                || options.stream().anyMatch(option -> option.name().equals("require-hashes"));
    }

    /** Whether pip has nothing to do for it. */
    public boolean isEmpty() {
        return requirements().isEmpty() && !remote;
    }
}
