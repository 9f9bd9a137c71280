package org.knime.filehandling.core.connections;

/** What a location of category {@link FSCategory#RELATIVE} is relative to. */
public enum RelativeTo {

        /** The space of a KNIME Hub the workflow lies in. */
        SPACE("knime.space", "Current Hub Space", "knime-relative-space"),

        /** The root of the mountpoint the workflow lies in. */
        MOUNTPOINT("knime.mountpoint", "Current mountpoint", "knime-relative-mountpoint"),

        /** The workflow. */
        WORKFLOW("knime.workflow", "Current workflow", "knime-relative-workflow"),

        /** The folder {@code data} in the workflow. */
        WORKFLOW_DATA("knime.workflow.data", "Current workflow data area", "knime-relative-workflow-data");

    private final String m_settingsValue;

    private final String m_label;

    private final String m_typeId;

    RelativeTo(final String settingsValue, final String label, final String typeId) {
        m_settingsValue = settingsValue;
        m_label = label;
        m_typeId = typeId;
    }

    /**
     * @param string a specifier as saved, such as {@code knime.workflow}
     * @return the constant it stands for
     * @throws IllegalArgumentException if there is none
     */
    public static RelativeTo fromSettingsValue(final String string) {
        for (final RelativeTo relativeTo : values()) {
            if (relativeTo.m_settingsValue.equals(string)) {
                return relativeTo;
            }
        }
        throw new IllegalArgumentException("Unknown relative to option '" + string + "' encountered.");
    }

    /** @return what a user reads */
    public String getLabel() {
        return m_label;
    }

    /** @return the specifier as it is saved */
    public String getSettingsValue() {
        return m_settingsValue;
    }

    String typeId() {
        return m_typeId;
    }

    @Override
    public String toString() {
        return m_label;
    }
}
