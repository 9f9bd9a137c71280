package org.xasnodes.runner.workflow;

import java.util.Optional;

/**
 * A node as it stands in a workflow.
 *
 * @param id its number
 * @param name its name
 * @param factory the class name of its factory, empty for a metanode or component
 * @param settings the content of its settings file, empty for a metanode or component
 */
public record WorkflowNode(int id, String name, Optional<String> factory, Optional<SettingsTree> settings) {

    /** @return what the workflow's author wrote below the node, empty if nothing */
    public String label() {
        return settings.flatMap(s -> s.config("nodeAnnotation")).flatMap(a -> a.entry("text")).map(SettingsTree.Entry::text)
            .orElse("");
    }

    @Override
    public String toString() {
        return "#" + id + " " + name;
    }
}
