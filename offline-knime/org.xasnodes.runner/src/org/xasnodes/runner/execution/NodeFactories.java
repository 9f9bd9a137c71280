package org.xasnodes.runner.execution;

import java.util.Optional;

import org.eclipse.core.runtime.IConfigurationElement;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.runner.kernel.Contributions;

/** Finds the factory of a node. */
@FunctionalInterface
public interface NodeFactories {

    /**
     * @param className name of a factory class, as in a saved workflow
     * @return the factory; empty if it is none of our nodes
     * @throws IllegalStateException if it is one of ours and cannot be made
     */
    Optional<DefaultNodeFactory> find(String className);

    /** @return the factories that the installed plug-ins contribute */
    static NodeFactories contributed() {
        return className -> {
            for (final IConfigurationElement node : Contributions.elements("org.knime.workbench.repository.nodes")) {
                if (className.equals(node.getAttribute("factory-class"))) {
                    return Optional.of(Contributions.create(DefaultNodeFactory.class, node, "factory-class"));
                }
            }
            return Optional.empty();
        };
    }
}
