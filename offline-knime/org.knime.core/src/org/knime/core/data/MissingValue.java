package org.knime.core.data;

/** The absence of a value, with the reason if one is known. */
public interface MissingValue extends DataValue {

    /** @return the reason, or null */
    String getError();
}
