package org.knime.core.data;

import org.xasnodes.runner.kernel.BasicUtility;

/** A value that can be read as a long. */
public interface LongValue extends DataValue {

    UtilityFactory UTILITY = new BasicUtility(LongValue.class, "Number (Long Integer)", "Number (long)",
        (a, b) -> Long.compare(((LongValue)a).getLongValue(), ((LongValue)b).getLongValue()));

    long getLongValue();
}
