package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.WordedBuildLog;
import io.github.pagesmaven.problem.Problem;
import org.apache.maven.plugin.logging.Log;

/** For builds within a running server: it tells by itself what has changed, and what is wrong. */
final class QuietBuildLog extends WordedBuildLog {
    private final Log log;

    QuietBuildLog(Log log) {
        this.log = log;
    }

    @Override
    protected void line(String text) {
        log.debug(text);
    }

    @Override
    public void problem(Problem problem) {
        log.debug(problem.text());
    }

    @Override
    public void document(String text) {
        System.out.print(text);
    }

    @Override
    public void detail(String text) {
        log.debug(text);
    }
}
