package org.knime.core.node;

/** Marks the steps of the fluent node description API. */
public interface FluentNodeAPI {
}
