package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes messages; of several issues the first one is kept, and all are counted. */
public final class MessageBuilder {

    private String m_summary;

    private String m_firstIssue;

    private long m_issues;

    private final List<String> m_resolutions = new ArrayList<>();

    MessageBuilder() {
    }

    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    public Optional<String> getSummary() {
        return Optional.ofNullable(m_summary);
    }

    public MessageBuilder addTextIssue(final String description) {
        if (m_issues++ == 0) {
            m_firstIssue = description;
        }
        return this;
    }

    public Optional<String> getFirstIssue() {
        return Optional.ofNullable(m_firstIssue);
    }

    public long getIssueCount() {
        return m_issues;
    }

    public MessageBuilder addResolutions(final String... resolutions) {
        Arrays.stream(resolutions).map(Objects::requireNonNull).forEach(m_resolutions::add);
        return this;
    }

    /** @return the message, or nothing if there is no summary */
    public Optional<Message> build() {
        return getSummary().map(s -> new Message(s, m_firstIssue, m_resolutions));
    }
}
