package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.Value;
import java.util.List;
import java.util.Optional;

/** What a name or an expression turns out to be. */
sealed interface Thing {
    /** Something imported whose source is not at hand. */
    record Origin(String dotted) implements Thing {}

    /** A class whose source is at hand. */
    record LocalClass(Scope scope, ClassFact fact) implements Thing {}

    /** A function; {@code value} is a def or a lambda. */
    record Function(Scope scope, Value value) implements Thing {
        boolean async() {
            return value.named().containsKey("async");
        }

        List<String> parameters() {
            if (value.kind() == Value.Kind.LAMBDA) {
                return value.text().isEmpty() ? List.of() : List.of(value.text().split(","));
            }
            return value.items().stream().map(Value::text).toList();
        }
    }

    /**
     * An application object.
     *
     * @param call what makes it, in its scope
     */
    record Application(Entry.Mode mode, Optional<String> framework, Scope scope, Value call) implements Thing {
        Application withMode(Entry.Mode other) {
            return new Application(other, framework, scope, call);
        }
    }

    /**
     * What a call gives that nobody can tell from the text.
     *
     * @param function the origin of what is called, or an empty string
     */
    record Unknown(String function) implements Thing {}

    /** A list, tuple, set or dictionary whose elements may be anything. */
    record Collection(Scope scope, Value value) implements Thing {}

    /** Nothing that answers requests, and why. */
    record Nothing(String why) implements Thing {}
}
