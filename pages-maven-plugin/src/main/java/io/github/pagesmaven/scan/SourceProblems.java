package io.github.pagesmaven.scan;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.scan.folder.VisibleText;
import io.github.pagesmaven.scan.verdict.Refusal;
import io.github.pagesmaven.scan.verdict.Verdict;
import io.github.pagesmaven.source.SyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Weighs what our reader and an interpreter say about a file: an interpreter of the target's version decides. */
final class SourceProblems {
    private final int minor;

    /**
     * Problems for a target.
     *
     * @param minor the minor version of CPython 3 that will run the sources
     */
    SourceProblems(int minor) {
        this.minor = minor;
    }

    /**
     * What is to be told about a file.
     *
     * @param place how messages call the file
     * @param ours why our reader refuses it
     * @param verdict what an interpreter said, if one was asked
     */
    Optional<Problem> weigh(String place, Optional<SyntaxProblem> ours, Optional<Verdict> verdict) {
        Optional<Refusal> theirs = verdict.flatMap(Verdict::refusal);
        boolean decisive = verdict.map(said -> said.decidesFor(minor)).orElse(false);
        if (theirs.isPresent() && (decisive || ours.isPresent())) {
            return Optional.of(refused(place, theirs.get(), verdict.get().interpreter()));
        }
        if (theirs.isPresent()) {
            return Optional.of(foreign(place, theirs.get(), verdict.get().interpreter()));
        }
        return ours.map(problem -> decisive ? disagreement(place, problem, verdict.get()) : refused(place, problem));
    }

    private static Problem refused(String place, Refusal refusal, String interpreter) {
        return Problem.error(
                Code.NOT_COMPILABLE,
                at(place, refusal.line(), refusal.column()),
                refusal.kind() + ": " + VisibleText.of(refusal.message()),
                "correct the file, or name it in <excludes> if it is none of the functions' business",
                details(refusal, interpreter));
    }

    private Problem refused(String place, SyntaxProblem problem) {
        return Problem.error(
                Code.NOT_COMPILABLE,
                at(place, problem.line(), problem.column()),
                VisibleText.of(problem.message()),
                "correct the file, or name it in <excludes> if it is none of the functions' business",
                "read as Python 3." + minor + "; no interpreter of this version was asked");
    }

    private Problem foreign(String place, Refusal refusal, String interpreter) {
        return Problem.warning(
                Code.PYTHON_DIFFERS,
                at(place, refusal.line(), refusal.column()),
                interpreter + " does not compile this file, but 3." + minor + " may: " + refusal.kind() + ": "
                        + VisibleText.of(refusal.message()),
                "install Python 3." + minor + ", or name it with -Dpages.python=PATH, to be sure",
                details(refusal, interpreter));
    }

    private static Problem disagreement(String place, SyntaxProblem problem, Verdict verdict) {
        return Problem.warning(
                Code.NOT_COMPILABLE,
                at(place, problem.line(), problem.column()),
                "the plugin cannot read this file, though " + verdict.interpreter() + " compiles it: "
                        + VisibleText.of(problem.message()),
                "please report it with the line above; until then the file counts as an auxiliary module");
    }

    private static String[] details(Refusal refusal, String interpreter) {
        List<String> details = new ArrayList<>();
        String text = VisibleText.of(refusal.text().strip());
        if (!text.isEmpty()) {
            details.add(text);
        }
        details.add("says " + interpreter);
        return details.toArray(String[]::new);
    }

    private static String at(String place, int line, int column) {
        return line == 0 ? place : column == 0 ? place + ":" + line : place + ":" + line + ":" + column;
    }
}
