package org.knime.core.data;

import org.xasnodes.runner.kernel.BasicUtility;

/** A value that can be read as a boolean. */
public interface BooleanValue extends DataValue {

    UtilityFactory UTILITY = new BasicUtility(BooleanValue.class, "Boolean", "Boolean value",
        (a, b) -> Boolean.compare(((BooleanValue)a).getBooleanValue(), ((BooleanValue)b).getBooleanValue()));

    boolean getBooleanValue();
}
