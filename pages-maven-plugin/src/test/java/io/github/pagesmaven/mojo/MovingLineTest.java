package io.github.pagesmaven.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class MovingLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final MovingLine line = new MovingLine(new PrintStream(bytes, true, UTF_8));

    @Test
    void aShorterTextLeavesNothingOfTheLongerOne() {
        line.show("Installing 1/2  numpy 2.4.6");
        line.show("Installing 2/2  six 1");
        assertEquals("\rInstalling 1/2  numpy 2.4.6\rInstalling 2/2  six 1      ", bytes.toString(UTF_8));
    }

    @Test
    void itIsGoneWhenSomethingStays() {
        line.show("abc");
        line.clear();
        line.clear();
        assertEquals("\rabc\r   \r", bytes.toString(UTF_8));
    }

    @Test
    void itNeverWraps() {
        line.show("x".repeat(200));
        assertEquals("\r" + "x".repeat(79), bytes.toString(UTF_8));
    }
}
