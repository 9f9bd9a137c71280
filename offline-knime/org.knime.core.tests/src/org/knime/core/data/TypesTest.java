package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.knime.core.data.Recorded.attempt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;

/** Types, keys and cells print and compare as recorded, line by line. */
class TypesTest {

    private final Map<String, DataType> m_types = types();

    private static DataCell list(final DataCell... cells) {
        return CollectionCellFactory.createListCell(List.of(cells));
    }

    private static Map<String, DataType> types() {
        final DataType doubles = ListCell.getCollectionType(DoubleCell.TYPE);
        final Map<String, DataType> result = new LinkedHashMap<>();
        result.put("DoubleCell.TYPE", DoubleCell.TYPE);
        result.put("IntCell.TYPE", IntCell.TYPE);
        result.put("LongCell.TYPE", LongCell.TYPE);
        result.put("StringCell.TYPE", StringCell.TYPE);
        result.put("BooleanCell.TYPE", BooleanCell.TYPE);
        result.put("list of double", doubles);
        result.put("list of list of double", ListCell.getCollectionType(doubles));
        result.put("DoubleVectorCellFactory.TYPE", DoubleVectorCellFactory.TYPE);
        result.put("PlainCell.TYPE (own)", PlainCell.TYPE);
        result.put("list of PlainCell", ListCell.getCollectionType(PlainCell.TYPE));
        result.put("missing cell type", DataType.getMissingCell().getType());
        result.put("type of createListCell(doubles)", list(new DoubleCell(1)).getType());
        result.put("type of createListCell(empty)", list().getType());
        result.put("type of createListCell(int, double)", list(new IntCell(1), new DoubleCell(1)).getType());
        result.put("type of createListCell(double, missing)",
            list(new DoubleCell(1), DataType.getMissingCell()).getType());
        result.put("super type of int and string", DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE));
        result.put("super type of double and own", DataType.getCommonSuperType(DoubleCell.TYPE, PlainCell.TYPE));
        return result;
    }

    /** The recorded lines without those about sets, which the stand-in has not. The own cell had another package. */
    private static List<String> recorded() {
        final List<String> result = Recorded.text("types.txt").replace("org.example.traces.", "org.knime.core.data.")
            .lines().filter(l -> !l.isEmpty() && !l.equals("common super types (DataType.getCommonSuperType)"))
            .collect(Collectors.toCollection(ArrayList::new));
        final int all = result.size();
        result.removeIf(l -> l.contains("set of string"));
        assertEquals(12, all - result.size(), "lines about sets");
        return result;
    }

    @Test
    void everyRecordedLineIsReproduced() {
        final List<String> lines = new ArrayList<>();
        keys(lines);
        m_types.forEach((name, type) -> lines.add(name + ": " + describe(type)));
        commonSuperTypes(lines);
        cells(lines);
        assertEquals(String.join("\n", recorded()), String.join("\n", lines));
    }

    private static void keys(final List<String> lines) {
        for (final long index : new long[]{0, 1, 10, 4294967296L, -1, Long.MAX_VALUE}) {
            lines.add("RowKey.createRowKey(" + index + "L) = " + attempt(() -> RowKey.createRowKey(index)));
        }
        lines.add("RowKey.createRowKey(3) (int) = " + RowKey.createRowKey(3));
        lines.add("new RowKey(\"a\").equals(new RowKey(\"a\")) = " + new RowKey("a").equals(new RowKey("a")));
        lines.add("new RowKey(null): " + attempt(() -> new RowKey(null)));
    }

    private static String simple(final Class<?> type) {
        return type == null ? "null" : type.getSimpleName();
    }

    private static String values(final DataType type) {
        return type.getValueClasses().stream().map(TypesTest::simple).toList().toString();
    }

    private static String describe(final DataType type) {
        final String compatible = List.<Class<? extends DataValue>> of(DoubleValue.class, IntValue.class,
            LongValue.class, StringValue.class, BooleanValue.class, CollectionDataValue.class, DoubleVectorValue.class,
            PlainValue.class, NominalValue.class, BoundedValue.class).stream()
            .map(v -> type.isCompatible(v) ? "1" : "0").collect(Collectors.joining());
        return "toString=" + type + " | getName=" + type.getName() + " | getIdentifier="
            + attempt(type::getIdentifier) + " | getLegacyName=" + attempt(type::getLegacyName)
            + " | getPreferredValueClass=" + simple(type.getPreferredValueClass()) + " | getCellClass="
            + simple(type.getCellClass()) + " | getValueClasses=" + values(type) + " | isCollectionType="
            + type.isCollectionType() + " | element=" + type.getCollectionElementType()
            + " | hasPreferredValueClass... compatible with Double/Int/Long/String/Boolean/Collection/DoubleVector/"
            + "Plain/Nominal/Bounded: " + compatible;
    }

    private void commonSuperTypes(final List<String> lines) {
        final List<String> names = new ArrayList<>(m_types.keySet()).subList(0, 10);
        for (int i = 0; i < names.size(); i++) {
            for (final String second : names.subList(i, names.size())) {
                final DataType common = DataType.getCommonSuperType(m_types.get(names.get(i)), m_types.get(second));
                lines.add(names.get(i) + " + " + second + " = " + common + " (cell class "
                    + simple(common.getCellClass()) + ", values " + values(common) + ")");
            }
        }
    }

    private static void cells(final List<String> lines) {
        lines.add("isASuperTypeOf: double of int " + DoubleCell.TYPE.isASuperTypeOf(IntCell.TYPE) + ", int of double "
            + IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE) + ", double of long "
            + DoubleCell.TYPE.isASuperTypeOf(LongCell.TYPE) + ", long of int "
            + LongCell.TYPE.isASuperTypeOf(IntCell.TYPE) + ", double of boolean "
            + DoubleCell.TYPE.isASuperTypeOf(BooleanCell.TYPE) + ", double of missing "
            + DoubleCell.TYPE.isASuperTypeOf(DataType.getMissingCell().getType()));
        final DataCell vector = DoubleVectorCellFactory.createCell(new double[]{1.5, -0.0, Double.NaN});
        lines.add("DoubleVectorCellFactory.createCell: class " + simple(vector.getClass()) + " toString " + vector
            + " getType " + vector.getType() + " length " + ((DoubleVectorValue)vector).getLength() + " getValue(0) "
            + ((DoubleVectorValue)vector).getValue(0) + " instanceof CollectionDataValue "
            + (vector instanceof CollectionDataValue));
        lines.add("list cell toString: " + list(new DoubleCell(1), DataType.getMissingCell()));
        lines.add("empty list toString: " + list());
        lines.add("new DoubleCell(1).equals(new IntCell(1)): " + new DoubleCell(1).equals((DataCell)new IntCell(1)));
        lines.add("DoubleCell NaN equals NaN: " + new DoubleCell(Double.NaN).equals(new DoubleCell(Double.NaN)));
        lines.add("DoubleCell 0.0 equals -0.0: " + new DoubleCell(0.0).equals(new DoubleCell(-0.0)));
        lines.add("DoubleCell toString of 1, NaN, 1e-20, 1e20: " + new DoubleCell(1) + " " + new DoubleCell(Double.NaN)
            + " " + new DoubleCell(1e-20) + " " + new DoubleCell(1e20));
        missing(lines);
        lines.add("new StringCell(null): " + attempt(() -> new StringCell(null)));
        final DataValueComparator doubles = DoubleCell.TYPE.getComparator();
        lines.add("comparators: double 1 vs NaN " + doubles.compare(new DoubleCell(1), new DoubleCell(Double.NaN))
            + ", double 1 vs missing " + doubles.compare(new DoubleCell(1), DataType.getMissingCell())
            + ", string b vs a " + StringCell.TYPE.getComparator().compare(new StringCell("b"), new StringCell("a")));
        lines.add("createListCell(null element): "
            + attempt(() -> CollectionCellFactory.createListCell(Arrays.asList((DataCell)null))));
    }

    private static void missing(final List<String> lines) {
        final DataCell missing = DataType.getMissingCell();
        final MissingCell reason = new MissingCell("x");
        lines.add("missing cell: toString " + missing + ", isMissing " + missing.isMissing()
            + ", equals other missing " + missing.equals(reason) + ", new MissingCell(\"x\").getError() "
            + reason.getError() + ", toString " + reason + ", DataType.getMissingCell().getError() "
            + ((MissingCell)missing).getError() + ", hashCode equal " + (missing.hashCode() == reason.hashCode()));
    }

    @Test
    void equalTypesHaveEqualHashCodes() {
        final Set<DataType> distinct = new LinkedHashSet<>(m_types.values());
        for (final DataType first : distinct) {
            for (final DataType second : distinct) {
                assertTrue(!first.equals(second) || first.hashCode() == second.hashCode(), first + ", " + second);
            }
        }
    }
}
