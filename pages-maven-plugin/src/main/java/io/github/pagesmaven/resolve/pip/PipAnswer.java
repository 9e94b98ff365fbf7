package io.github.pagesmaven.resolve.pip;

import io.github.pagesmaven.resolve.version.Version;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.resolve.wheel.WheelName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a resolution ended.
 *
 * @param succeeded whether there are pins
 * @param pins sorted by name
 * @param sources what would have to be built: names with their places; only with source builds allowed
 * @param evidence what the launcher saw
 * @param messages pip's own errors, without credentials
 */
public record PipAnswer(
        boolean succeeded, List<Pin> pins, List<SourcePin> sources, Evidence evidence, List<String> messages) {
    public PipAnswer {
        pins = List.copyOf(pins);
        sources = List.copyOf(sources);
        messages = List.copyOf(messages);
    }

    /**
     * A resolved distribution without a wheel.
     *
     * @param name its PEP 503 name
     * @param version its version
     */
    public record SourcePin(String name, String version) {}

    /** Whether the launcher could not see why it failed. */
    public boolean saysNothing() {
        return evidence.candidates().isEmpty() && evidence.causes().isEmpty();
    }

    /** A note for each resolved distribution that has a newer release whose wheels want a newer C library. */
    public List<String> passedOver(TargetPlatform target) {
        return pins.stream().flatMap(pin -> newer(pin, target).stream()).toList();
    }

    private Optional<String> newer(Pin pin, TargetPlatform target) {
        Optional<Version> chosen = Version.parse(pin.version());
        return evidence.files().getOrDefault(pin.name(), Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().kind().equals("platform_mismatch"))
                .flatMap(entry -> WheelName.parse(entry.getKey()).stream())
                .filter(wheel -> newerThan(wheel, chosen))
                .flatMap(wheel -> target.glibcNeeded(wheel).stream()
                        .map(needed ->
                                pin.label() + ": " + wheel.version() + " was passed over, it wants glibc 2." + needed))
                .max(String::compareTo);
    }

    private static boolean newerThan(WheelName wheel, Optional<Version> chosen) {
        Optional<Version> version = Version.parse(wheel.version());
        return version.isPresent()
                && chosen.isPresent()
                && !version.get().isPrerelease()
                && version.get().compareTo(chosen.get()) > 0;
    }

    /** Whether the target has no wheel of a distribution that was asked about. */
    public boolean hasNothingFor(String name) {
        return "".equals(evidence.candidates().get(name));
    }
}
