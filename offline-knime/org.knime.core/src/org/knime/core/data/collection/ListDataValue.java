package org.knime.core.data.collection;

import org.knime.core.data.DataCell;
import org.xasnodes.runner.kernel.BasicUtility;

/** A collection with an order. */
public interface ListDataValue extends CollectionDataValue {

    UtilityFactory UTILITY = new BasicUtility(ListDataValue.class, "Collection (List)", "List", null);

    DataCell get(int index);
}
