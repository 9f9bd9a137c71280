package org.knime.core.data;

import org.xasnodes.runner.kernel.BasicUtility;

/** A value that can be read as an int. */
public interface IntValue extends DataValue {

    UtilityFactory UTILITY = new BasicUtility(IntValue.class, "Number (Integer)", "Number (integer)",
        (a, b) -> Integer.compare(((IntValue)a).getIntValue(), ((IntValue)b).getIntValue()));

    int getIntValue();
}
