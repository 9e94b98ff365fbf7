package io.github.pagesmaven.resolve.pip;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.requirement.file.RequirementLine;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what would run build code of others on this machine, before pip is started. */
public final class SourceBuilds {
    private SourceBuilds() {}

    /** PAGES-026 for each line that asks for it. */
    public static List<Problem> in(Optional<RequirementsFile> declared) {
        List<Problem> problems = new ArrayList<>();
        declared.ifPresent(file -> {
            file.requirements().stream()
                    .filter(line -> line.form() == RequirementLine.Form.SOURCE)
                    .forEach(line -> problems.add(
                            refused(line.place(), line.name().orElse(""), Credentials.strip(line.written()))));
            file.options().stream()
                    .filter(option ->
                            option.name().equals("no-binary") && !option.value().equals(":none:"))
                    .forEach(option ->
                            problems.add(refused(option.place(), option.value(), "--no-binary " + option.written())));
        });
        return problems;
    }

    static Problem refused(String where, String name, String what) {
        return Problem.error(
                Code.SOURCE_BUILD,
                where,
                (name.isEmpty() ? "a requirement" : "'" + name + "'") + " would be built from its sources",
                "require a release that has a wheel, or name the URL or path of a wheel; -Dpages.allowSourceBuild"
                        + " lets its build code run on this machine",
                what);
    }
}
