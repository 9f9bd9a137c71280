package org.xasnodes.runner.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.PlainCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;

/** Cells go through their registered serializers, and faults of a serializer show. */
class CellCodecTest {

    @AfterEach
    void forget() {
        CellCodec.setAlwaysOn(false);
        Contributions.registerSerializer(PlainCell.class, new PlainCell.Serializer());
    }

    private static void register(final boolean writeMore, final double lost) {
        Contributions.registerSerializer(PlainCell.class, new DataCellSerializer<PlainCell>() {
            @Override
            public void serialize(final PlainCell cell, final DataCellDataOutput output) throws IOException {
                new PlainCell.Serializer().serialize(new PlainCell(cell.ys()[0] + lost), output);
                if (writeMore) {
                    output.writeInt(1);
                }
            }

            @Override
            public PlainCell deserialize(final DataCellDataInput input) throws IOException {
                return new PlainCell.Serializer().deserialize(input);
            }
        });
    }

    @Test
    void aCellIsWrittenAndRead() {
        Contributions.registerSerializer(PlainCell.class, new PlainCell.Serializer());
        final PlainCell cell = new PlainCell(1, Double.NaN, -0.0);
        assertEquals(cell, CellCodec.copy(cell));
        assertNotSame(cell, CellCodec.copy(cell));
    }

    @Test
    void theElementsOfAListAreWrittenAndRead() {
        Contributions.registerSerializer(PlainCell.class, new PlainCell.Serializer());
        final ListCell list = CollectionCellFactory.createListCell(List.of(new PlainCell(1), new DoubleCell(2),
            new MissingCell("why"), new PlainCell(3)));
        final ListCell copy = (ListCell)CellCodec.copy(list);
        assertEquals(list, copy);
        assertNotSame(list.get(0), copy.get(0));
        assertEquals("why", ((MissingCell)copy.get(2)).getError());
    }

    @Test
    void cellsWithoutSerializerAreHandedThrough() {
        final DataCell cell = new MissingCell("x");
        assertSame(cell, CellCodec.copy(cell));
    }

    @Test
    void bytesThatAreNotReadAndChangedCellsAreFaults() {
        register(true, 0);
        assertTrue(assertThrows(IllegalStateException.class, () -> CellCodec.copy(new PlainCell(1))).getMessage()
            .contains("leaves 4 of the bytes"));
        register(false, 1);
        assertTrue(assertThrows(IllegalStateException.class, () -> CellCodec.copy(new PlainCell(1))).getMessage()
            .contains("wrote plain[1.0] but read plain[2.0]"));
    }

    @Test
    void theSwitchSendsEveryCellOfATableThroughIt() {
        register(true, 0);
        final DataTableSpec spec = new DataTableSpec(new String[]{"p"}, new DataType[]{PlainCell.TYPE});
        final BufferedDataContainer container = new Execution((p, m) -> { }).context().createDataContainer(spec);
        container.addRowToTable(new DefaultRow("a", new PlainCell(1)));
        CellCodec.setAlwaysOn(true);
        assertThrows(IllegalStateException.class,
            () -> container.addRowToTable(new DefaultRow("b", new PlainCell(1))));
    }
}
