package org.xasnodes.core.network;

import java.util.Arrays;

/**
 * Sends a few rows through a network. Within it numbers stand unit by unit, [unit][row], so that the inner loops are
 * long in narrow layers too. Not to be shared by threads.
 */
final class ForwardPass {

    /** So many rows go at once: enough for long loops, and their numbers stay in the processor's cache. */
    static final int SLICE = 100;

    private final NetworkLayout m_layout;

    private final Parameters m_parameters;

    /** The outputs of each layer [layer][unit][row], first of all the inputs. */
    final double[][][] m_outputs;

    /** The rows themselves, and at the end of each a 1. */
    final double[][] m_rows;

    int m_count;

    /**
     * @param layout of the network
     * @param parameters its weights, read anew at each pass
     */
    ForwardPass(final NetworkLayout layout, final Parameters parameters) {
        m_layout = layout;
        m_parameters = parameters;
        m_outputs = new double[layout.layers() + 1][][];
        for (int l = 0; l < m_outputs.length; l++) {
            m_outputs[l] = new double[layout.sizes().get(l)][SLICE];
        }
        m_rows = new double[SLICE][layout.inputs() + 1];
        for (final var row : m_rows) {
            row[layout.inputs()] = 1;
        }
    }

    /** The number of slices that so many rows make. */
    static int slices(final int rows) {
        return (rows + SLICE - 1) / SLICE;
    }

    /**
     * @param layer at which to stop, from 1
     * @param rows many rows
     * @param order the numbers of rows in the order in which they are taken
     * @param from the first place in the order
     * @param to the place after the last, at most {@link #SLICE} further
     * @return what the layer's units give [unit][row], live
     */
    double[][] run(final int layer, final double[][] rows, final int[] order, final int from, final int to) {
        m_count = to - from;
        for (int r = 0; r < m_count; r++) {
            System.arraycopy(rows[order[from + r]], 0, m_rows[r], 0, m_layout.inputs());
        }
        Rows.transpose(m_rows, m_count, m_layout.inputs(), m_outputs[0]);
        for (int l = 0; l < layer; l++) {
            runLayer(l, m_outputs[l], m_outputs[l + 1]);
        }
        return m_outputs[layer];
    }

    private void runLayer(final int layer, final double[][] inputs, final double[][] outputs) {
        final var weights = m_parameters.m_layers[layer];
        for (int o = 0; o < outputs.length; o++) {
            Arrays.fill(outputs[o], 0, m_count, weights[o][inputs.length]);
        }
        Rows.addProduct(outputs, m_count, weights, inputs, inputs.length);
        final var hidden = m_layout.hidden();
        if (layer == hidden.size()) {
            m_layout.output().apply(outputs, m_count);
            return;
        }
        for (final var output : outputs) {
            hidden.get(layer).apply(output, m_count);
        }
    }
}
