package org.knime.core.data;

/** Marks values of a category: a column of them lists its possible values in its domain. */
public interface NominalValue extends DataValue {
}
