package io.github.pagesmaven.resolve.wheel;

import io.github.pagesmaven.python.PythonVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What runs the functions: CPython on Linux with the GNU C library, or the machine that serves them locally.
 *
 * @param python its version; the micro number 0 where it is not known
 * @param architecture {@code x86_64} or {@code aarch64}, as {@code platform.machine()} says it
 * @param glibcMinor the 17 of glibc 2.17: every manylinux tag from there down fits (PEP 600)
 * @param system {@code sys.platform}; another one than {@link #LINUX} is always the machine itself, which pip knows
 */
public record TargetPlatform(PythonVersion python, String architecture, int glibcMinor, String system) {
    /** The system of everything that is deployed. */
    public static final String LINUX = "linux";

    private static final Pattern MANYLINUX = Pattern.compile("manylinux_2_(\\d{1,3})_(.+)");
    private static final Pattern LEGACY = Pattern.compile("manylinux(1|2010|2014)_(.+)");
    private static final Map<String, Integer> LEGACY_GLIBC = Map.of("1", 5, "2010", 12, "2014", 17);
    private static final int OLDEST_X86 = 5;
    private static final int OLDEST_OTHER = 17;

    /** What functions are deployed to. */
    public TargetPlatform(PythonVersion python, String architecture, int glibcMinor) {
        this(python, architecture, glibcMinor, LINUX);
    }

    /** The platforms for pip's {@code --platform}, best first: it takes each one literally; none means its own. */
    public List<String> pipPlatforms() {
        if (!system.equals(LINUX)) {
            return List.of();
        }
        List<String> platforms = new ArrayList<>();
        for (int minor = glibcMinor; minor >= oldest(); minor--) {
            platforms.add("manylinux_2_" + minor + "_" + architecture);
        }
        for (String legacy : List.of("2014", "2010", "1")) {
            int needed = LEGACY_GLIBC.getOrDefault(legacy, 0);
            if (needed <= glibcMinor && needed >= oldest()) {
                platforms.add("manylinux" + legacy + "_" + architecture);
            }
        }
        return platforms;
    }

    private int oldest() {
        return architecture.equals("x86_64") ? OLDEST_X86 : OLDEST_OTHER;
    }

    /** The environment that markers are evaluated in (PEP 508); none means pip's own. */
    public Map<String, String> markers() {
        if (!system.equals(LINUX)) {
            return Map.of();
        }
        Map<String, String> markers = new LinkedHashMap<>();
        markers.put("implementation_name", "cpython");
        markers.put("implementation_version", python.toString());
        markers.put("os_name", "posix");
        markers.put("platform_machine", architecture);
        markers.put("platform_python_implementation", "CPython");
        markers.put("platform_release", "");
        markers.put("platform_system", "Linux");
        markers.put("platform_version", "");
        markers.put("python_full_version", python.toString());
        markers.put("python_version", python.majorMinor());
        markers.put("sys_platform", "linux");
        return markers;
    }

    /** Whether a wheel can be installed: one of its tags fits. */
    public boolean fits(WheelName wheel) {
        return wheel.tags().stream().anyMatch(this::fits);
    }

    /** Whether a wheel would fit if the C library were newer, and how new it would have to be. */
    public Optional<Integer> glibcNeeded(WheelName wheel) {
        return wheel.tags().stream()
                .filter(tag -> fitsPython(tag.python(), tag.abi()))
                .flatMap(tag -> glibc(tag.platform()).stream())
                .filter(needed -> needed > glibcMinor)
                .min(Integer::compareTo);
    }

    private boolean fits(WheelTag tag) {
        if (tag.platform().equals("any")) {
            return tag.abi().equals("none") && fitsPython(tag.python(), tag.abi());
        }
        boolean platform = !system.equals(LINUX)
                || glibc(tag.platform()).map(needed -> needed <= glibcMinor).orElse(false);
        return platform && fitsPython(tag.python(), tag.abi());
    }

    private Optional<Integer> glibc(String platform) {
        if (!system.equals(LINUX)) {
            return Optional.empty();
        }
        Matcher matcher = MANYLINUX.matcher(platform);
        if (matcher.matches() && matcher.group(2).equals(architecture)) {
            return Optional.of(Integer.valueOf(matcher.group(1)));
        }
        Matcher legacy = LEGACY.matcher(platform);
        return legacy.matches() && legacy.group(2).equals(architecture)
                ? Optional.ofNullable(LEGACY_GLIBC.get(legacy.group(1)))
                : Optional.empty();
    }

    /** PEP 425 and the stable ABI: {@code cp310-cp310}, {@code cp3X-abi3} up to it, {@code py3-none}. */
    private boolean fitsPython(String interpreter, String abi) {
        String own = "cp" + python.major() + python.minor();
        if (interpreter.equals(own)) {
            return abi.equals(own) || abi.equals("abi3") || abi.equals("none");
        }
        int minor = minor(interpreter);
        if (abi.equals("abi3")) {
            return interpreter.startsWith("cp3") && minor >= 2 && minor <= python.minor();
        }
        boolean generic = interpreter.equals("py" + python.major())
                || (interpreter.startsWith("py3") && minor >= 0 && minor <= python.minor());
        return generic && abi.equals("none");
    }

    private static int minor(String interpreter) {
        String digits = interpreter.length() > 3 ? interpreter.substring(3) : "";
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
    }

    /** For messages: {@code CPython 3.10 on Linux x86_64, glibc 2.17}. */
    @Override
    public String toString() {
        String machine = "CPython " + python.majorMinor() + " on ";
        return system.equals(LINUX)
                ? machine + "Linux " + architecture + ", glibc 2." + glibcMinor
                : machine + system + " " + architecture;
    }
}
