package org.xasnodes.runner.execution;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;

/** What the nodes did whose states and messages were recorded on KNIME, by the words of the record. */
final class RecordedOutcomes {

    static final Map<String, ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput>> CONFIGURE =
        new LinkedHashMap<>();

    static final Map<String, ExecuteConsumer> EXECUTE = new LinkedHashMap<>();

    private static final DataTableSpec OTHER = spec(new String[]{"other"}, DoubleCell.TYPE);

    private static final DataTableSpec TEXT = spec(new String[]{"x"}, StringCell.TYPE);

    private static final DataTableSpec TWO = spec(new String[]{"x", "y"}, DoubleCell.TYPE, DoubleCell.TYPE);

    static {
        CONFIGURE.put("ok", TestNodes.SAME_SPEC);
        CONFIGURE.put("throw InvalidSettingsException(\"no column z\")", (in, out) -> {
            throw new InvalidSettingsException("no column z");
        });
        CONFIGURE.put("throw InvalidSettingsException with cause", (in, out) -> {
            throw new InvalidSettingsException("outer", new IllegalStateException("inner"));
        });
        CONFIGURE.put("throw InvalidSettingsException from Message.builder with summary, issue, resolution",
            (in, out) -> {
                throw Message.builder().withSummary("sum").addTextIssue("issue text").addResolutions("do this").build()
                    .orElseThrow().toInvalidSettingsException();
            });
        CONFIGURE.put("throw IllegalStateException", (in, out) -> {
            throw new IllegalStateException("bug in configure");
        });
        CONFIGURE.put("setWarningMessage then throw InvalidSettingsException", (in, out) -> {
            out.setWarningMessage("conf warning");
            throw new InvalidSettingsException("thrown");
        });
        CONFIGURE.put("setWarningMessage", (in, out) -> {
            out.setWarningMessage("conf warning");
            out.setOutSpecs(in.getInTableSpec(0));
        });
        CONFIGURE.put("setWarningMessage then setWarningMessage(null)", (in, out) -> {
            out.setWarningMessage("x");
            out.setWarningMessage(null);
            out.setOutSpecs(in.getInTableSpec(0));
        });
        CONFIGURE.put("no setOutSpec (null spec)", (in, out) -> {
            // promises nothing
        });
        CONFIGURE.put("setOutSpecs(null element)", (in, out) -> out.setOutSpecs(new PortObjectSpec[]{null}));
        CONFIGURE.put("too many specs", (in, out) -> out.setOutSpecs(TestNodes.X, TestNodes.X));
        putThrowing();
        putTables();
    }

    private RecordedOutcomes() {
    }

    private static DataTableSpec spec(final String[] names, final DataType... types) {
        return new DataTableSpec(names, types);
    }

    private static void putThrowing() {
        EXECUTE.put("ok", TestNodes.SAME_TABLE);
        EXECUTE.put("KNIMEException.of(summary)", (in, out) -> {
            throw KNIMEException.of(Message.fromSummary("knime exception summary"));
        });
        EXECUTE.put("KNIMEException from Message.builder summary+issue+resolution", (in, out) -> {
            throw Message.builder().withSummary("sum").addTextIssue("issue text").addResolutions("do this", "or that")
                .build().orElseThrow().toKNIMEException();
        });
        EXECUTE.put("KNIMEException.of(message, cause)", (in, out) -> {
            throw KNIMEException.of(Message.fromSummary("summary"), new IOException("io cause"));
        });
        EXECUTE.put("throw IllegalStateException(\"boom\")", (in, out) -> {
            throw new IllegalStateException("boom");
        });
        EXECUTE.put("throw IllegalStateException without message", (in, out) -> {
            throw new IllegalStateException();
        });
        EXECUTE.put("throw IllegalArgumentException with cause", (in, out) -> {
            throw new IllegalArgumentException("outer", new RuntimeException("inner"));
        });
        EXECUTE.put("throw OutOfMemoryError (made by hand)", (in, out) -> {
            throw new OutOfMemoryError("by hand");
        });
        EXECUTE.put("throw StackOverflowError (made by hand)", (in, out) -> {
            throw new StackOverflowError();
        });
        EXECUTE.put("throw CanceledExecutionException without a cancel request", (in, out) -> {
            throw new CanceledExecutionException("by node");
        });
        EXECUTE.put("setWarningMessage warning, then throw KNIMEException", (in, out) -> {
            out.setWarningMessage("warning");
            throw KNIMEException.of(Message.fromSummary("then thrown"));
        });
    }

    private static void putTables() {
        EXECUTE.put("setWarningMessage", (in, out) -> {
            out.setOutData(in.getInTable(0));
            out.setWarningMessage("exec warning");
        });
        EXECUTE.put("setWarningMessage warning twice", (in, out) -> {
            out.setOutData(in.getInTable(0));
            out.setWarningMessage("first warning");
            out.setWarningMessage("second warning");
        });
        EXECUTE.put("no setOutData (null table)", (in, out) -> {
            // gives nothing
        });
        EXECUTE.put("table whose spec has another column name",
            (in, out) -> out.setOutData(TestNodes.table(in.getExecutionContext(), OTHER, new DoubleCell(1))));
        EXECUTE.put("table whose spec has another type",
            (in, out) -> out.setOutData(TestNodes.table(in.getExecutionContext(), TEXT, new StringCell("1"))));
        EXECUTE.put("table with one more column", (in, out) -> out
            .setOutData(TestNodes.table(in.getExecutionContext(), TWO, new DoubleCell(1), new DoubleCell(1))));
        EXECUTE.put("empty table with the configured columns",
            (in, out) -> out.setOutData(TestNodes.table(in.getExecutionContext(), TestNodes.X)));
        EXECUTE.put("empty table and setWarningMessage", (in, out) -> {
            out.setOutData(TestNodes.table(in.getExecutionContext(), TestNodes.X));
            out.setWarningMessage("own warning");
        });
        EXECUTE.put("duplicate row ID in the node's container", (in, out) -> {
            final BufferedDataContainer container = in.getExecutionContext().createDataContainer(TestNodes.X);
            container.addRowToTable(new DefaultRow("a", new DoubleCell(1)));
            container.addRowToTable(new DefaultRow("a", new DoubleCell(1)));
            container.close();
            out.setOutData(container.getTable());
        });
    }
}
