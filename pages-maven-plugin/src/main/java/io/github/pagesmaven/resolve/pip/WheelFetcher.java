package io.github.pagesmaven.resolve.pip;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.requirement.file.RequirementLine.Form;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.wheel.Distribution;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.WheelHash;
import io.github.pagesmaven.resolve.wheel.WheelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings the wheels of a resolution into the wheel store; what is there already is not fetched again. */
public final class WheelFetcher {
    private final WheelStore store;
    private final Optional<RequirementsFile> declared;
    private int fetched;

    /**
     * Fetches into a store.
     *
     * @param store where the wheels go
     * @param declared whose indexes and direct URLs are used
     */
    public WheelFetcher(WheelStore store, Optional<RequirementsFile> declared) {
        this.store = store;
        this.declared = declared;
    }

    /**
     * The wheels of these pins, each with the hash that its pin says.
     *
     * @param pip is asked for only when something is missing
     * @return sorted by name
     */
    public List<Distribution> fetch(List<Pin> pins, Supplier<Pip> pip) {
        List<Distribution> found = new ArrayList<>();
        List<Pin> missing = new ArrayList<>();
        List<Pin> unhashed = new ArrayList<>();
        for (Pin pin : pins) {
            Optional<Path> wheel = pin.sha256().isEmpty() ? Optional.empty() : store.find(pin.sha256());
            if (wheel.isPresent()) {
                found.add(distribution(pin, wheel.get()));
            } else {
                (pin.sha256().isEmpty() ? unhashed : missing).add(pin);
            }
        }
        // pip wants hashes for all lines of a call or for none.
        for (List<Pin> group : List.of(missing, unhashed)) {
            if (!group.isEmpty()) {
                found.addAll(download(group, pip.get()));
                fetched += group.size();
            }
        }
        found.sort(Comparator.comparing(Distribution::name));
        return found;
    }

    /** How many wheels were not in the store. */
    public int fetched() {
        return fetched;
    }

    private List<Distribution> download(List<Pin> missing, Pip pip) {
        try (Scratch scratch = new Scratch()) {
            Path folder = scratch.folder("wheels");
            List<String> messages = pip.download(file(missing, true), folder);
            if (!messages.isEmpty()) {
                // The address in a lock may be gone or another machine's: the indexes may have the same bytes.
                messages = pip.download(file(missing, false), folder);
            }
            if (!messages.isEmpty()) {
                throw PagesException.failure(notFetched(missing, messages));
            }
            List<Distribution> fetched = new ArrayList<>();
            for (Pin pin : missing) {
                Path wheel = folder.resolve(pin.fileName());
                String hash = pin.sha256().isEmpty() ? WheelHash.of(wheel) : pin.sha256();
                fetched.add(distribution(pin.found(hash, 0), store.add(wheel, hash)));
            }
            return fetched;
        } catch (IOException e) {
            throw PagesException.notWritable("<cacheDirectory>", e);
        }
    }

    private GeneratedFile file(List<Pin> pins, boolean byAddress) {
        GeneratedFile file = new GeneratedFile(declared);
        for (Pin pin : pins) {
            String requirement = byAddress || pin.direct() ? address(pin) : pin.name() + "==" + pin.version();
            file.add(requirement, pin.sha256().isEmpty() ? "" : " --hash=sha256:" + pin.sha256());
        }
        return file;
    }

    /** As the user wrote it where the user named an address: pip's report has lost its password. */
    private String address(Pin pin) {
        return declared.stream()
                .flatMap(file -> file.requirements().stream())
                .filter(line -> pin.direct() && line.form() == Form.WHEEL)
                .filter(line -> line.name().equals(Optional.of(pin.name())))
                .map(line -> line.text().replaceFirst("\\s+--.*$", ""))
                .findFirst()
                .orElse(pin.name() + " @ " + pin.url());
    }

    private static Distribution distribution(Pin pin, Path wheel) {
        try {
            return new Distribution(pin.found(pin.sha256(), Files.size(wheel)), wheel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem notFetched(List<Pin> missing, List<String> messages) {
        List<String> details =
                new ArrayList<>(messages.stream().map(line -> "pip: " + line).toList());
        details.add("wanted: "
                + String.join(", ", missing.stream().map(Pin::fileName).toList()));
        return new Problem(
                Code.UNRESOLVABLE,
                Severity.ERROR,
                "",
                "wheels that were resolved cannot be fetched",
                details,
                "check that the index is reached and still has these files; pages:lock resolves anew");
    }
}
