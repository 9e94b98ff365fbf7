package io.github.pagesmaven.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.NearestName;
import io.github.pagesmaven.requirement.file.ProjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportTableTest {
    private final ImportTable table = new ImportTable(Map.of());

    @Test
    void theNamesThatThePlatformDocumentsAreInIt() {
        for (String name : List.of(
                "fastapi",
                "django",
                "sanic",
                "bottle",
                "falcon",
                "httpx",
                "requests",
                "pydantic",
                "sqlalchemy",
                "redis",
                "pymongo",
                "numpy",
                "pandas",
                "flask")) {
            assertEquals(Optional.of(List.of(name)), table.find(name), name);
        }
    }

    @Test
    void everyLineIsWellFormedAndNoModuleOfTheStandardLibrary() {
        List<String> wrong = new ArrayList<>();
        for (String module : table.names()) {
            List<String> names = table.find(module).orElseThrow();
            boolean normal = names.stream().allMatch(name -> name.equals(ProjectName.normalize(name)));
            boolean standard = StandardLibrary.find(module.split("\\.", 2)[0]).isPresent();
            if (!normal || standard || !module.matches("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*")) {
                wrong.add(module + " " + names);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aNamespaceAloneIsNobodys() {
        assertEquals(Optional.empty(), table.find("google"));
        assertEquals(Optional.empty(), table.find("google.cloud"));
        assertEquals(Optional.of(List.of("google-cloud-storage")), table.find("google.cloud.storage.blob"));
    }

    @Test
    void theStandardLibraryChangesWithTheVersion() {
        assertTrue(StandardLibrary.contains("json", 8));
        assertTrue(StandardLibrary.contains("cgi", 12));
        assertFalse(StandardLibrary.contains("cgi", 13));
        assertFalse(StandardLibrary.contains("tomllib", 10));
        assertTrue(StandardLibrary.contains("tomllib", 11));
        assertTrue(StandardLibrary.contains("compression", 14));
        assertFalse(StandardLibrary.contains("distutils", 30));
        assertTrue(StandardLibrary.contains("annotationlib", 30));
    }

    @Test
    void misspeltNamesHaveANearestName() {
        assertEquals(Optional.of("requests"), NearestName.of("reqeusts", table.names()));
        assertEquals(Optional.of("flask"), NearestName.of("falsk", table.names()));
        assertEquals(Optional.empty(), NearestName.of("x", table.names()));
        assertEquals(Optional.empty(), NearestName.of("inhouse_billing", table.names()));
    }
}
