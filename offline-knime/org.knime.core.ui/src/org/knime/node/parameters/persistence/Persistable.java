package org.knime.node.parameters.persistence;

/** A class whose non-private fields are stored as settings, each under its name without the prefix {@code m_}. */
public interface Persistable {
}
