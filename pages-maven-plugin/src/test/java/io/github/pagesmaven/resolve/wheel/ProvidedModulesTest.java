package io.github.pagesmaven.resolve.wheel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pagesmaven.resolve.TestWheels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidedModulesTest {
    @Test
    void modulesPackagesAndNamespacesAreFoundInTheFileList(@TempDir Path folder) throws IOException {
        Path wheel = new TestWheels(folder)
                .write(
                        "shop",
                        "1.0",
                        "py3-none-any",
                        List.of(
                                "single.py",
                                "_fast.cpython-310-x86_64-linux-gnu.so",
                                "regular/__init__.py",
                                "regular/part.py",
                                "space/inner/__init__.py",
                                "space/module.py",
                                "deep/er/x.py",
                                "data/only.txt",
                                "shop-1.0.data/purelib/moved.py"));
        ProvidedModules provided = ProvidedModules.of(List.of(new Distribution(
                new Pin("shop", "1.0", "shop-1.0-py3-none-any.whl", "", "", 0, false, "", false), wheel)));
        Map<String, Boolean> expected = Map.ofEntries(
                Map.entry("single", true),
                Map.entry("_fast", true),
                Map.entry("regular", true),
                Map.entry("regular.made_up_at_run_time", true),
                Map.entry("space", true),
                Map.entry("space.inner", true),
                Map.entry("space.module", true),
                Map.entry("space.missing", false),
                Map.entry("deep.er.x", true),
                Map.entry("deep.other", false),
                Map.entry("data", false),
                Map.entry("moved", true),
                Map.entry("shop", false));
        expected.forEach((module, found) -> assertEquals(found, provided.contains(module), module));
    }
}
