package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.xasnodes.runner.kernel.BasicUtility;

/** A value made of cells of a common type. */
public interface CollectionDataValue extends DataValue, CellCollection {

    UtilityFactory UTILITY = new BasicUtility(CollectionDataValue.class, "Collection", "Collection", null);

    DataType getElementType();

    int size();
}
