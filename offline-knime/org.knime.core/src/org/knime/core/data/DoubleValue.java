package org.knime.core.data;

import org.xasnodes.runner.kernel.BasicUtility;

/** A value that can be read as a double. */
public interface DoubleValue extends DataValue {

    UtilityFactory UTILITY = new BasicUtility(DoubleValue.class, "Number (Float)", "Number (double)",
        (a, b) -> Double.compare(((DoubleValue)a).getDoubleValue(), ((DoubleValue)b).getDoubleValue()));

    double getDoubleValue();
}
