package io.github.pagesmaven.testrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestToolTest {
    @Test
    void aProjectUsesUnittest(@TempDir Path project) {
        assertEquals(TestTool.UNITTEST, TestTool.of(project));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pytest",
                "coverage\r\npytest\r\n",
                "PyTest>=8,<9",
                "  pytest == 8.3 # pinned",
                "pytest[dev]; python_version > '3.8'"
            })
    void aProjectThatDeclaresPytestUsesIt(String requirements, @TempDir Path project) throws IOException {
        Files.writeString(project.resolve("requirements-dev.txt"), requirements);
        assertEquals(TestTool.PYTEST, TestTool.of(project));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# pytest", "pytest-cov", "pytest_mock", "not-pytest"})
    void anotherDeclarationIsNotPytest(String requirements, @TempDir Path project) throws IOException {
        Files.writeString(project.resolve("requirements-dev.txt"), requirements);
        assertEquals(TestTool.UNITTEST, TestTool.of(project));
    }

    @Test
    void testsAreFoundByTheirNames(@TempDir Path project) throws IOException {
        Path tests = project.resolve("tests");
        assertFalse(TestTool.UNITTEST.findsAny(tests));
        Files.createDirectories(tests.resolve("deep"));
        Files.writeString(tests.resolve("support.py"), "");
        assertFalse(TestTool.UNITTEST.findsAny(tests));
        Files.writeString(tests.resolve("deep/users_test.py"), "");
        assertFalse(TestTool.UNITTEST.findsAny(tests));
        assertTrue(TestTool.PYTEST.findsAny(tests));
        Files.writeString(tests.resolve("deep/test_users.py"), "");
        assertTrue(TestTool.UNITTEST.findsAny(tests));
    }
}
