package org.xasnodes.runner.kernel.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;

/**
 * The cells of some columns, written together row by row. Columns of double cells are kept as bare doubles, row after
 * row, in chunks; what does not fit there (missing cells, other numbers) is kept aside. Different chunks may be
 * written by different threads.
 */
final class CellBlock {

    /** Bounds of the number of rows per chunk; wide tables get short chunks. */
    private static final int MIN_CHUNK = 16;

    private static final int MAX_CHUNK = 1024;

    private static final int CELLS_PER_CHUNK = 1 << 14;

    /** A chunk has a power of two of rows, so that finding a cell takes no division. */
    private final int m_shift;

    private final int m_mask;

    /** For each column its position among the doubles, or, negative, ~position among the objects. */
    private final int[] m_slots;

    private final int m_doubles;

    private final int m_objects;

    private Chunk[] m_chunks = new Chunk[0];

    private static final class Chunk {
        private final double[] m_doubleCells;

        private final DataCell[] m_objectCells;

        /** By position in the doubles, the cells that are no plain double cells; null if there are none. */
        private Map<Integer, DataCell> m_others;

        Chunk(final int rows, final int doubles, final int objects) {
            m_doubleCells = new double[rows * doubles];
            m_objectCells = new DataCell[rows * objects];
        }
    }

    CellBlock(final DataTableSpec columns) {
        this(columns, MAX_CHUNK);
    }

    /**
     * @param columns the columns
     * @param maxRowsPerChunk not more rows than this in a chunk, the part of the rows one thread writes at a time
     */
    CellBlock(final DataTableSpec columns, final int maxRowsPerChunk) {
        final int width = columns.getNumColumns();
        m_slots = new int[width];
        int doubles = 0;
        int objects = 0;
        for (int i = 0; i < width; i++) {
            m_slots[i] = columns.getColumnSpec(i).getType().equals(DoubleCell.TYPE) ? doubles++ : ~objects++;
        }
        m_doubles = doubles;
        m_objects = objects;
        final int wanted =
            Math.min(maxRowsPerChunk, Math.max(MIN_CHUNK, Math.min(MAX_CHUNK, CELLS_PER_CHUNK / Math.max(1, width))));
        m_shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(wanted);
        m_mask = (1 << m_shift) - 1;
    }

    int rowsPerChunk() {
        return 1 << m_shift;
    }

    boolean isDouble(final int column) {
        return m_slots[column] >= 0;
    }

    /**
     * Makes room; must not be called while another thread writes.
     *
     * @param rows number of rows to be written
     */
    void reserve(final long rows) {
        final int chunks = Math.toIntExact((rows + m_mask) >> m_shift);
        if (chunks > m_chunks.length) {
            m_chunks = Arrays.copyOf(m_chunks, Math.max(chunks, m_chunks.length + (m_chunks.length >> 1)));
        }
    }

    /** The chunk is made by the thread that writes its first cell, so that all threads share in clearing the memory. */
    private Chunk chunkOf(final long row) {
        final int index = (int)(row >> m_shift);
        if (m_chunks[index] == null) {
            m_chunks[index] = new Chunk(1 << m_shift, m_doubles, m_objects);
        }
        return m_chunks[index];
    }

    void setDouble(final long row, final int column, final double value) {
        final Chunk chunk = chunkOf(row);
        chunk.m_doubleCells[((int)row & m_mask) * m_doubles + m_slots[column]] = value;
    }

    void set(final long row, final int column, final DataCell cell) {
        final Chunk chunk = chunkOf(row);
        final int inChunk = ((int)row & m_mask);
        if (m_slots[column] < 0) {
            chunk.m_objectCells[inChunk * m_objects + ~m_slots[column]] = cell;
        } else {
            if (chunk.m_others == null) {
                chunk.m_others = new HashMap<>();
            }
            chunk.m_others.put(inChunk * m_doubles + m_slots[column], cell);
        }
    }

    DataCell get(final long row, final int column) {
        final Chunk chunk = m_chunks[(int)(row >> m_shift)];
        final int inChunk = ((int)row & m_mask);
        if (m_slots[column] < 0) {
            return chunk.m_objectCells[inChunk * m_objects + ~m_slots[column]];
        }
        final int at = inChunk * m_doubles + m_slots[column];
        final DataCell other = chunk.m_others == null ? null : chunk.m_others.get(at);
        return other == null ? new DoubleCell(chunk.m_doubleCells[at]) : other;
    }
}
