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

    @Override
    public String toString() {
        return "#" + id + " " + name;
    }
}
