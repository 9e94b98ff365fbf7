package io.github.pagesmaven.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonVersionTest {
    @Test
    void aMissingMicroIsZero() {
        assertEquals(Optional.of(new PythonVersion(3, 10, 0)), PythonVersion.parse("3.10"));
    }

    @Test
    void aPreReleaseIsItsRelease() {
        assertEquals(Optional.of(new PythonVersion(3, 14, 0)), PythonVersion.parse("3.14.0rc1"));
    }

    @Test
    void textIsNoVersion() {
        assertEquals(Optional.empty(), PythonVersion.parse("three"));
        assertEquals(Optional.empty(), PythonVersion.parse("3"));
    }

    @Test
    void tenIsMoreThanNine() {
        assertTrue(new PythonVersion(3, 10, 0).compareTo(new PythonVersion(3, 9, 18)) > 0);
    }
}
