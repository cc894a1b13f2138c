package reload.checks.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An element as the browser has it, in closed shadow roots too.
record Element(
        int node,
        String tag,
        Map<String, String> attributes,
        String text,
        @Nullable Element parent) {

    /// All elements of a document, in its order.
    static List<Element> of(JsonNode document) {
        List<Element> found = new ArrayList<>();
        collect(document, null, found);
        return found;
    }

    private static void collect(JsonNode node, @Nullable Element parent, List<Element> found) {
        Element here = parent;
        if (node.path("nodeType").asInt() == 1) {
            Map<String, String> attributes = new HashMap<>();
            JsonNode said = node.path("attributes");
            for (int i = 0; i + 1 < said.size(); i += 2)
                attributes.put(said.get(i).asText(), said.get(i + 1).asText());
            StringBuilder text = new StringBuilder();
            words(node, text);
            here = new Element(
                    node.path("nodeId").asInt(),
                    node.path("localName").asText(),
                    attributes,
                    text.toString().strip(),
                    parent);
            found.add(here);
        }
        for (JsonNode child : node.path("children")) collect(child, here, found);
        for (JsonNode root : node.path("shadowRoots")) collect(root, here, found);
    }

    private static void words(JsonNode node, StringBuilder text) {
        if (node.path("nodeType").asInt() == 3)
            text.append(node.path("nodeValue").asText()).append(' ');
        for (JsonNode child : node.path("children")) words(child, text);
        for (JsonNode root : node.path("shadowRoots")) words(root, text);
    }

    boolean is(String name, String look) {
        return tag.equals(name) && List.of(attribute("class").split(" ")).contains(look);
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    boolean inside(String name, String look) {
        for (Element around = parent; around != null; around = around.parent) if (around.is(name, look)) return true;
        return false;
    }

    boolean inside(String name) {
        for (Element around = parent; around != null; around = around.parent) if (around.tag.equals(name)) return true;
        return false;
    }

    @Override
    public String toString() {
        return "<" + tag + " " + attributes + "> " + text;
    }
}
