package io.github.pagesmaven.run;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.console.Reload;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.console.Startup;
import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.worker.BrokenFunction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears. */
final class RecordingListener implements RunListener {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<RequestRecord> requests = new CopyOnWriteArrayList<>();
    final List<BrokenFunction> broken = new CopyOnWriteArrayList<>();
    final List<Problem> problems = new CopyOnWriteArrayList<>();
    final List<Reload> reloads = new CopyOnWriteArrayList<>();

    @Override
    public void started(Startup startup) {
        lines.add("started " + startup);
    }

    @Override
    public void served(RequestRecord request) {
        requests.add(request);
    }

    @Override
    public void reloaded(Reload reload) {
        reloads.add(reload);
    }

    @Override
    public void broken(BrokenFunction function) {
        broken.add(function);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void printed(String line) {
        lines.add("printed " + line);
    }

    @Override
    public void note(String text) {
        lines.add("note " + text);
    }

    @Override
    public void show(List<String> shown) {
        lines.addAll(shown);
    }

    @Override
    public void clear() {
        lines.add("clear");
    }

    @Override
    public void debug(String text) {
        lines.add("debug " + text);
    }
}
