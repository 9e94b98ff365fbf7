package io.github.pagesmaven.testrun;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a project's tests.
 *
 * @param tests how many there were, subtests and broken fixtures included
 * @param skipped how many of them were skipped
 * @param failed those that failed or broke, as {@code module.Class.test: message}
 * @param broken why the run as a whole did not come to its end, if it did not
 */
public record TestOutcome(int tests, int skipped, List<String> failed, Optional<String> broken) {
    private static final int NAMED = 20;

    public TestOutcome {
        failed = List.copyOf(failed);
    }

    /** The same of a run that did not come to its end. */
    TestOutcome brokenBy(String reason) {
        return new TestOutcome(tests, skipped, failed, Optional.of(reason));
    }

    /** One line: how many ran, failed and were skipped. */
    String summary(String folder) {
        if (tests == 0 && broken.isEmpty()) {
            return "No Python tests: the test files of " + folder + " define none";
        }
        return "Python tests: " + tests + ", failed: " + failed.size() + ", skipped: " + skipped;
    }

    /** What to tell the user when not all is well. */
    public Optional<Problem> problem(String folder, String reports) {
        if (failed.isEmpty() && broken.isEmpty()) {
            return Optional.empty();
        }
        String what = broken.orElse(failed.size() + " of " + tests + (tests == 1 ? " test" : " tests") + " failed");
        String fix =
                "mend them, run them alone with mvn pages:test, or pass them over with -DskipTests; reports are in "
                        + reports;
        return Optional.of(Problem.error(Code.TESTS_FAILED, folder, what, fix, named().toArray(String[]::new)));
    }

    private List<String> named() {
        if (failed.size() <= NAMED) {
            return failed;
        }
        List<String> some = new ArrayList<>(failed.subList(0, NAMED));
        some.add("and " + (failed.size() - NAMED) + " more");
        return some;
    }
}
