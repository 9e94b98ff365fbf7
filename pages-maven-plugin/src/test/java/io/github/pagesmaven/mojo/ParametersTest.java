package io.github.pagesmaven.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Holds the documentation of the parameters, as Maven's users read it, to the defaults in force. */
class ParametersTest {
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Path PAGE = Path.of("../docs/parameters.md");
    private static final Pattern DEFAULT = Pattern.compile("Default: (\\S+?)[.,]?(?: |$)");

    @Test
    void everyDocumentedDefaultIsTheDefaultInForce() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        documented().forEach((name, text) -> {
            Matcher matcher = DEFAULT.matcher(text.replaceAll("\\s+", " "));
            String documented = matcher.find() ? matcher.group(1) : "";
            String inForce = Parameters.DEFAULTS.getOrDefault(name, "there is none of that name");
            if (!inForce.equals(documented) && !inForce.isEmpty()) {
                wrong.put(name, documented + " is documented, " + inForce + " is in force");
            }
        });
        assertEquals(Map.of(), wrong);
    }

    @Test
    void everyParameterTellsItsDefault() throws Exception {
        Set<String> silent = new TreeSet<>();
        documented().forEach((name, text) -> {
            if (!DEFAULT.matcher(text.replaceAll("\\s+", " ")).find()) {
                silent.add(name);
            }
        });
        assertEquals(Set.of(), silent);
    }

    @Test
    void everyDefaultBelongsToADocumentedParameter() throws Exception {
        assertEquals(
                new TreeSet<>(Parameters.DEFAULTS.keySet()),
                new TreeSet<>(documented().keySet()));
    }

    /** Written anew with {@code mvn test -Dpages.docs.write=true}. */
    @Test
    void thePageOfParametersIsTheDescriptors() throws Exception {
        String expected = page();
        if (Boolean.getBoolean("pages.docs.write")) {
            Files.writeString(PAGE, expected);
        }
        assertEquals(expected, Files.readString(PAGE).replace("\r\n", "\n"));
    }

    @Test
    void noMojoParameterCarriesADefaultOfItsOwn() throws Exception {
        assertFalse(Files.readString(DESCRIPTOR).contains("default-value=\"cloud-functions\""));
        for (Element configuration : elements("configuration")) {
            if (text((Element) configuration.getParentNode(), "goal").equals("help")) {
                continue;
            }
            NodeList fields = configuration.getElementsByTagName("*");
            for (int i = 0; i < fields.getLength(); i++) {
                Element field = (Element) fields.item(i);
                String value = field.getAttribute("default-value");
                assertEquals(value.startsWith("${") ? value : "", value, field.getTagName());
            }
        }
    }

    private static String page() throws Exception {
        StringBuilder page = new StringBuilder(
                """
                # Parameters

                A value comes from the POM's `<configuration>`, else from `-Dpages.NAME` or the property of that name, else from
                `pages.yaml` beside the POM, else it is the default. In pages.yaml the dotted names are nested maps
                (`run.port` is `run: {port: 9000}`). `mvn pages:help -Ddetail` prints the same.

                | parameter | default | meaning |
                | --- | --- | --- |
                """);
        documented().forEach((name, text) -> page.append("| `")
                .append(name)
                .append("` | ")
                .append(
                        Parameters.DEFAULTS.getOrDefault(name, "").isEmpty()
                                ? ""
                                : "`" + Parameters.DEFAULTS.get(name) + "`")
                .append(" | ")
                .append(cell(text))
                .append(" |\n"));
        return page.toString();
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("|", "\\|")
                .strip();
    }

    /** Names as in pages.yaml, with the text of the comment. */
    private static Map<String, String> documented() throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (Element mojo : elements("mojo")) {
            if (text(mojo, "goal").equals("help")) {
                continue;
            }
            NodeList parameters = mojo.getElementsByTagName("parameter");
            for (int i = 0; i < parameters.getLength(); i++) {
                Element parameter = (Element) parameters.item(i);
                if (text(parameter, "editable").equals("true")) {
                    texts.put(name(mojo, text(parameter, "name")), text(parameter, "description"));
                }
            }
        }
        texts.remove("outputTimestamp");
        return texts;
    }

    /** The name in pages.yaml of a Mojo's field, from the property in its configuration. */
    private static String name(Element mojo, String field) {
        NodeList configuration = mojo.getElementsByTagName("configuration");
        Element values = (Element) configuration.item(configuration.getLength() - 1);
        NodeList found = values.getElementsByTagName(field);
        String property = found.getLength() == 0 ? "" : found.item(0).getTextContent();
        return property.startsWith("${pages.") ? property.substring(8, property.length() - 1) : field;
    }

    private static String text(Element element, String tag) {
        NodeList found = element.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static Iterable<Element> elements(String tag) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
