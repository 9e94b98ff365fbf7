package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.Frameworks;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the entry of a file: {@code app}, then {@code application}, then {@code handler}. */
public final class EntryFinder {
    private final ModuleLookup lookup;

    /** A finder that follows names into the modules that a lookup knows. */
    public EntryFinder(ModuleLookup lookup) {
        this.lookup = lookup;
    }

    /** The entry of a file, if it has one, and what its author should know. */
    public EntryVerdict find(Source source) {
        if (source.ignored() || source.error().isPresent()) {
            return new EntryVerdict(Optional.empty(), List.of());
        }
        Scope scope = Scope.of(source, "");
        List<Hint> hints = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (String symbol : Source.SYMBOLS) {
            int index = scope.last(symbol);
            if (index >= 0) {
                candidate(symbol, index, scope, hints).ifPresent(entries::add);
            }
        }
        if (entries.size() > 1) {
            hints.add(ambiguous(entries));
        }
        hints.sort(Comparator.comparingInt(Hint::line));
        return new EntryVerdict(entries.stream().findFirst(), hints);
    }

    private static Hint ambiguous(List<Entry> entries) {
        Entry first = entries.get(0);
        Entry second = entries.get(1);
        return new Hint(
                Hint.Kind.AMBIGUOUS,
                "'" + first.symbol() + "' and '" + second.symbol() + "' could both answer; '" + first.symbol()
                        + "' does.",
                second.line());
    }

    private Optional<Entry> candidate(String symbol, int index, Scope scope, List<Hint> hints) {
        Binding binding = scope.source().bindings().get(index);
        if (binding.value().kind() == Value.Kind.IMPORTED) {
            hints.add(new Hint(
                    Hint.Kind.RE_EXPORT,
                    "'" + symbol + "' is only imported, so the file is an auxiliary module; assign it to make it an"
                            + " entry: " + symbol + " = "
                            + binding.value().text().replaceFirst("^\\.+", ""),
                    binding.line()));
            return Optional.empty();
        }
        Resolver resolver = new Resolver(new Modules(lookup));
        Thing thing = resolver.resolve(binding.value(), scope.at(index));
        Optional<Entry> entry = symbol.equals("handler")
                ? handler(symbol, binding, thing, resolver)
                : application(symbol, binding, thing, scope, resolver, hints);
        if (entry.isEmpty()) {
            hint(symbol, binding, thing, hints);
        }
        return entry;
    }

    private static Optional<Entry> handler(String symbol, Binding binding, Thing thing, Resolver resolver) {
        return new HandlerClasses(resolver)
                .methods(thing)
                .map(methods -> new Entry(
                        Entry.Mode.HANDLER,
                        symbol,
                        Optional.empty(),
                        methods,
                        List.of(),
                        binding.line(),
                        Optional.empty()));
    }

    private Optional<Entry> application(
            String symbol, Binding binding, Thing thing, Scope scope, Resolver resolver, List<Hint> hints) {
        if (thing instanceof Thing.Application application) {
            rootPath(application, hints);
            Optional<String> settings = Optional.ofNullable(
                            application.scope().source().djangoSettings())
                    .or(() -> Optional.ofNullable(scope.source().djangoSettings()))
                    .filter(name -> application.framework().equals(Optional.of("django")));
            List<InnerRoute> routes = new RouteReader(resolver, new Modules(lookup)).read(application, scope);
            return Optional.of(new Entry(
                    application.mode(), symbol, application.framework(), List.of(), routes, binding.line(), settings));
        }
        Optional<Entry.Mode> mode = thing instanceof Thing.Function function
                ? Callables.mode(function)
                : mayServe(thing) ? Optional.of(Entry.Mode.AUTO) : Optional.empty();
        return mode.map(known ->
                new Entry(known, symbol, Optional.empty(), List.of(), List.of(), binding.line(), Optional.empty()));
    }

    private static boolean mayServe(Thing thing) {
        return thing instanceof Thing.Unknown
                || (thing instanceof Thing.Origin origin
                        && !Frameworks.APPLICATIONS.containsKey(origin.dotted())
                        && !Resolver.isPlain(origin.dotted())
                        && !Resolver.isCommandLine(origin.dotted()));
    }

    private static void rootPath(Thing.Application application, List<Hint> hints) {
        Value path = application.call().named().get("root_path");
        boolean direct = application.scope().module().isEmpty();
        if (path != null && path.kind() == Value.Kind.STRING && !path.text().isEmpty() && direct) {
            hints.add(new Hint(
                    Hint.Kind.ROOT_PATH,
                    "root_path=\"" + path.text() + "\" would overwrite the prefix of the route; leave it out.",
                    path.line()));
        }
    }

    private static void hint(String symbol, Binding binding, Thing thing, List<Hint> hints) {
        hints.add(new Hint(
                Hint.Kind.NOT_AN_ENTRY,
                "'" + symbol + "' looks like an entry but is none: " + Reasons.why(symbol, thing) + ".",
                binding.line()));
    }
}
