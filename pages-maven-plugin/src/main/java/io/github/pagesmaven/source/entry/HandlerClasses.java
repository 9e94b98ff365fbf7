package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.Frameworks;
import io.github.pagesmaven.source.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells handler classes and the methods that they answer. */
final class HandlerClasses {
    private final Resolver resolver;

    HandlerClasses(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The HTTP methods of a handler class, sorted; nothing when it is none. */
    Optional<List<String>> methods(Thing thing) {
        if (thing instanceof Thing.Origin origin) {
            return Optional.ofNullable(Frameworks.HANDLERS.get(origin.dotted()))
                    .map(methods -> List.copyOf(new TreeSet<>(methods)));
        }
        if (!(thing instanceof Thing.LocalClass type)) {
            return Optional.empty();
        }
        Set<String> origins = new LinkedHashSet<>();
        Set<ClassFact> classes = new LinkedHashSet<>();
        resolver.origins(type, origins, classes);
        if (origins.stream().noneMatch(Frameworks.HANDLERS::containsKey)) {
            return Optional.empty();
        }
        Set<String> methods = new TreeSet<>();
        Set<String> decided = new LinkedHashSet<>();
        for (ClassFact fact : classes) {
            collect(fact, methods, decided);
        }
        for (String origin : origins) {
            methods.addAll(Frameworks.HANDLERS.getOrDefault(origin, Set.of()));
        }
        return Optional.of(List.copyOf(methods));
    }

    private static void collect(ClassFact fact, Set<String> methods, Set<String> decided) {
        for (int i = fact.members().size() - 1; i >= 0; i--) {
            Binding member = fact.members().get(i);
            if (member.name().startsWith("do_") && member.name().length() > 3 && decided.add(member.name())) {
                Value.Kind kind = member.value().kind();
                boolean callable = kind != Value.Kind.CONSTANT
                        && kind != Value.Kind.STRING
                        && !member.value().text().equals("del");
                if (callable) {
                    methods.add(member.name().substring(3));
                }
            }
        }
    }
}
