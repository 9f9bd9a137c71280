package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;

import javax.swing.tree.TreeNode;

/** One node of a settings tree: a value ({@link ValueEntry}) or a config with children. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1;

    private String m_key;

    private transient AbstractConfigEntry m_parent;

    AbstractConfigEntry(final String key) {
        setKey(key);
    }

    public final String getKey() {
        return m_key;
    }

    final void setKey(final String key) {
        if (key == null) {
            throw new IllegalArgumentException("Key must not be null!");
        }
        m_key = key;
    }

    /** @return the name in the <code>type</code> attribute of the settings file */
    abstract String typeName();

    abstract boolean sameValue(AbstractConfigEntry other);

    /** @return the value as the settings file holds it, or null */
    public abstract String toStringValue();

    /**
     * @param other another entry
     * @return whether type, key and value are the same; for a config also all children, in any order
     */
    public final boolean isIdentical(final AbstractConfigEntry other) {
        return typeName().equals(other.typeName()) && m_key.equals(other.m_key) && sameValue(other);
    }

    @Override
    public boolean equals(final Object other) {
        return other == this
            || other != null && other.getClass() == getClass() && isIdentical((AbstractConfigEntry)other);
    }

    @Override
    public int hashCode() {
        return m_key.hashCode();
    }

    @Override
    public String toString() {
        return m_key + " [" + typeName() + "] -> " + toStringValue();
    }

    public final void setParent(final AbstractConfigEntry parent) {
        m_parent = parent;
    }

    @Override
    public final TreeNode getParent() {
        return m_parent;
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return null;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }
}
