package io.github.pagesmaven.run.console;

import java.util.List;

/**
 * What came of a save.
 *
 * @param time when it was in use, milliseconds since 1970
 * @param files that were saved, as messages call them
 * @param outcome for example {@code worker 2} or {@code worker kept}
 * @param millis from seeing the change to its use
 * @param waited what it meant for requests: {@code 2 requests held, longest 27 ms; 1 finishes on the old worker}
 */
public record Reload(long time, List<String> files, String outcome, long millis, String waited) {
    public Reload {
        files = List.copyOf(files);
    }
}
