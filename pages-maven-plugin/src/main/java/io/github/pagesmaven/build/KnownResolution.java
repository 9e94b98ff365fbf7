package io.github.pagesmaven.build;

import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.requirement.Requirements;
import io.github.pagesmaven.requirement.file.OptionLine;
import io.github.pagesmaven.requirement.file.RequirementLine;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.requirement.file.RequirementsFileReader;
import io.github.pagesmaven.resolve.Resolution;
import io.github.pagesmaven.resolve.Resolution.Basis;
import io.github.pagesmaven.resolve.wheel.Distribution;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.resolve.wheel.WheelStore;
import io.github.pagesmaven.scan.FunctionTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was resolved by the last goal or build, until anything changes that it was made from. Merging requirements and
 * reading locks costs more than all else that an unchanged build does.
 */
final class KnownResolution {
    private final BuildRequest request;
    private final TargetPlatform platform;
    private final FunctionTree tree;
    private final WheelStore store;

    KnownResolution(BuildRequest request, TargetPlatform platform, FunctionTree tree, WheelStore store) {
        this.request = request;
        this.platform = platform;
        this.tree = tree;
        this.store = store;
    }

    /** The same again, when nothing has changed and every wheel is at hand. */
    Optional<Resolved> find() {
        try {
            List<String> lines = kept().find();
            return lines.isEmpty() ? Optional.empty() : parse(lines);
        } catch (IOException | IllegalArgumentException notKept) {
            return Optional.empty();
        }
    }

    private KeptLines kept() throws IOException {
        return new KeptLines(
                request.project().work().resolve("resolution.state"), Origin.ofResolution(request, platform, tree));
    }

    private Optional<Resolved> parse(List<String> lines) throws IOException {
        List<Path> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Distribution> distributions = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean same = true;
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t') + 1;
            String value = line.substring(tab);
            switch (line.substring(0, tab)) {
                case "note\t" -> notes.add(value);
                case "text\t" -> text.append(value).append('\n');
                case "file\t" -> same &= isSame(value, files);
                default -> same &= isAtHand(Pin.ofLine(value), distributions);
            }
        }
        if (!same || !beginsWithDeclared(files)) {
            return Optional.empty();
        }
        Basis basis = Basis.valueOf(lines.get(0));
        Resolution resolution = new Resolution(distributions, basis, 0, notes, List.of());
        return Optional.of(new Resolved(resolution, files, text.toString()));
    }

    private boolean isAtHand(Pin pin, List<Distribution> distributions) {
        Optional<Path> wheel = store.find(pin.sha256());
        wheel.ifPresent(file -> distributions.add(new Distribution(pin, file)));
        return wheel.isPresent();
    }

    private static boolean isSame(String value, List<Path> files) throws IOException {
        int tab = value.indexOf('\t');
        Path file = Path.of(value.substring(tab + 1));
        files.add(file);
        return value.substring(0, tab).equals(Origin.ofFile(file));
    }

    private boolean beginsWithDeclared(List<Path> files) {
        Optional<Path> declared = RequirementsFileReader.place(
                request.functions().directory(), request.project().directory());
        return declared.isPresent() ? !files.isEmpty() && declared.get().equals(files.get(0)) : files.isEmpty();
    }

    /** Keeps it, unless a user is to be warned again or it depends on what cannot be seen here. */
    void keep(Requirements requirements, Resolved resolved) {
        if (!resolved.resolution().warnings().isEmpty()
                || !requirements.declared().map(KnownResolution::isSeen).orElse(true)) {
            return;
        }
        try {
            kept().keep(lines(resolved));
        } catch (IOException unreadable) {
            // What cannot be kept is resolved again.
        }
    }

    /** Whether all that counts stands in the files themselves: no address, folder or variable that they only name. */
    private static boolean isSeen(RequirementsFile declared) {
        return !declared.remote()
                && declared.lines().stream().allMatch(KnownResolution::isPlain)
                && declared.options().stream().noneMatch(KnownResolution::looksElsewhere);
    }

    private static boolean isPlain(RequirementLine line) {
        return line.form() == RequirementLine.Form.NAMED && line.text().equals(line.written());
    }

    private static boolean looksElsewhere(OptionLine option) {
        return option.name().equals("find-links") || option.written().contains("$");
    }

    private static List<String> lines(Resolved resolved) throws IOException {
        Resolution resolution = resolved.resolution();
        Basis basis = resolution.basis() == Basis.PIP ? Basis.LAST_BUILD : resolution.basis();
        List<String> lines = new ArrayList<>(List.of(basis.name()));
        for (Path file : resolved.files()) {
            lines.add("file\t" + Origin.ofFile(file) + "\t" + file);
        }
        resolution.notes().forEach(note -> lines.add("note\t" + note));
        resolution.distributions().forEach(one -> lines.add("pin\t" + one.pin().line()));
        resolved.text().lines().forEach(line -> lines.add("text\t" + Credentials.strip(line)));
        return lines;
    }
}
