package io.github.pagesmaven.testrun;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the JUnit XML of a Python test run; reports of other tools in the same folder are left alone. */
final class JUnitReports {
    private static final String FILES = "TEST-python.*.xml";
    // All that pytest says of a file that it cannot import; the reason is in the traceback.
    private static final String UNCOLLECTED = "collection failure";

    private int tests;
    private int skipped;
    private final List<String> failed = new ArrayList<>();

    private JUnitReports() {}

    /** Removes the reports of an earlier run. */
    static void remove(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
    }

    /** Reads what a run left. */
    static TestOutcome read(Path folder) throws IOException {
        JUnitReports reports = new JUnitReports();
        for (Path file : files(folder)) {
            reports.add(file);
        }
        return new TestOutcome(reports.tests, reports.skipped, reports.failed, Optional.empty());
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, FILES)) {
                found.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }

    private void add(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList cases = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                add((Element) cases.item(i));
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not a JUnit report: " + e.getMessage(), e);
        }
    }

    private void add(Element test) {
        tests++;
        if (test.getElementsByTagName("skipped").getLength() > 0) {
            skipped++;
        }
        Optional<Element> fault = first(test, "failure").or(() -> first(test, "error"));
        fault.ifPresent(found -> failed.add(name(test) + reason(found)));
    }

    private static String name(Element test) {
        String group = test.getAttribute("classname");
        return (group.isEmpty() ? "" : group + ".") + test.getAttribute("name");
    }

    private static Optional<Element> first(Element test, String name) {
        return Optional.ofNullable((Element) test.getElementsByTagName(name).item(0));
    }

    private static String reason(Element fault) {
        String message = fault.getAttribute("message").strip();
        String line = message.equals(UNCOLLECTED)
                ? lastError(fault.getTextContent()).orElse(message)
                : message.lines().findFirst().orElse("");
        return line.isEmpty() ? "" : ": " + line;
    }

    /** What pytest marks with an E: the end of a traceback. */
    private static Optional<String> lastError(String traceback) {
        return traceback
                .lines()
                .filter(line -> line.startsWith("E "))
                .reduce((first, second) -> second)
                .map(line -> line.substring(1).strip());
    }
}
