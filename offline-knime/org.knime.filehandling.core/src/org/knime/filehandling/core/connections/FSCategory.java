package org.knime.filehandling.core.connections;

/** The kinds of places a file can lie in. */
public enum FSCategory {

        /** Files of this computer. */
        LOCAL("Local File System"),

        /** Relative to the workflow, its data area, the mountpoint or the space. */
        RELATIVE("Relative to"),

        /** A mountpoint of KNIME's explorer. */
        MOUNTPOINT("Mountpoint"),

        /** A space of a KNIME Hub. */
        HUB_SPACE("Hub Space"),

        /** Anything with a URL. */
        CUSTOM_URL("Custom/KNIME URL"),

        /** The file system comes through an input port. */
        CONNECTED("");

    private final String m_label;

    FSCategory(final String label) {
        m_label = label;
    }

    /** @return what a user reads */
    public String getLabel() {
        return m_label;
    }
}
