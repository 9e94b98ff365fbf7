package io.github.pagesmaven.resolve.lock;

import io.github.pagesmaven.resolve.wheel.Pin;
import java.util.List;

/**
 * The content of a pylock.toml that this plugin wrote.
 *
 * @param pins sorted by name
 * @param target for which machine, as messages say it
 * @param inputs what it was made from
 * @param settings the fingerprint of the machine's settings; empty in a lock that is shared
 * @param notes what was said when it was made
 */
public record Lock(List<Pin> pins, String target, Inputs inputs, String settings, List<String> notes) {
    public Lock {
        pins = List.copyOf(pins);
        notes = List.copyOf(notes);
    }
}
