package org.knime.core.data;

/** A fuzzy number; every number is one without width. */
public interface FuzzyNumberValue extends DataValue {

    double getMinSupport();

    double getCore();

    double getMaxSupport();
}
