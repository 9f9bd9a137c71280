package org.knime.core.data;

import org.xasnodes.runner.kernel.BasicUtility;

/** A value that can be read as a string. */
public interface StringValue extends DataValue {

    UtilityFactory UTILITY = new BasicUtility(StringValue.class, "String", "String",
        (a, b) -> ((StringValue)a).getStringValue().compareTo(((StringValue)b).getStringValue()));

    String getStringValue();
}
