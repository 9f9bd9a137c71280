package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataValue;
import org.xasnodes.runner.kernel.BasicUtility;

/** A vector of doubles. */
public interface DoubleVectorValue extends DataValue {

    UtilityFactory UTILITY = new BasicUtility(DoubleVectorValue.class, "Double Vector", "Double Vector",
        (a, b) -> BasicUtility.compareVectors((DoubleVectorValue)a, (DoubleVectorValue)b));

    int getLength();

    double getValue(int index);
}
