package org.xasnodes.nodes;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Runs a node and asks its view what it shows. */
final class ViewRun {

    private ViewRun() {
    }

    /** @return the SVG text of each picture by its title, in their order */
    static Map<String, String> pictures(final NodeRun node) throws Exception {
        final var data = new ObjectMapper()
            .readTree(node.handle().initialViewData(node.run().executed().internal()).orElseThrow());
        final Map<String, String> pictures = new LinkedHashMap<>();
        data.at("/result/pictures").forEach(p -> pictures.put(p.get("title").asText(), p.get("svg").asText()));
        return pictures;
    }
}
