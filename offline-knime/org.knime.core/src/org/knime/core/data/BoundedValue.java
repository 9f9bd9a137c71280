package org.knime.core.data;

/** Marks ordered values: a column of them has bounds in its domain. */
public interface BoundedValue extends DataValue {
}
