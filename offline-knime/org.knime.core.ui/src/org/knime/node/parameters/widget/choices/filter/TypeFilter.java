package org.knime.node.parameters.widget.choices.filter;

import org.knime.node.parameters.persistence.Persistable;

/** Picks by type. */
public abstract class TypeFilter implements Persistable {

    /** The names of the value classes that are picked. */
    String[] m_selectedTypes = new String[0];

    TypeFilter() {
    }
}
