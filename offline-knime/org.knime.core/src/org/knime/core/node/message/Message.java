package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What a node tells the user: a summary, at most one issue, and ways to resolve it. */
public final class Message {

    private final String m_summary;

    private final String m_issue;

    private final List<String> m_resolutions;

    Message(final String summary, final String issue, final List<String> resolutions) {
        m_summary = summary;
        m_issue = issue;
        m_resolutions = List.copyOf(resolutions);
    }

    public static Message fromSummary(final String summary) {
        return new Message(Objects.requireNonNull(summary), null, List.of());
    }

    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return new Message(Objects.requireNonNull(summary), null, List.of(resolutions));
    }

    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    public String getSummary() {
        return m_summary;
    }

    public List<String> getResolutions() {
        return m_resolutions;
    }

    String issue() {
        return m_issue;
    }

    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    public InvalidSettingsException toInvalidSettingsException() {
        return new InvalidSettingsException(m_summary);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Message && m_summary.equals(((Message)other).m_summary)
            && Objects.equals(m_issue, ((Message)other).m_issue)
            && m_resolutions.equals(((Message)other).m_resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_summary, m_issue, m_resolutions);
    }

    @Override
    public String toString() {
        return m_issue == null ? m_summary : m_summary + " (" + m_issue + ")";
    }
}
