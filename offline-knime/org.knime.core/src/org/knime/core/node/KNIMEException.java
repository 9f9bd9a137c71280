package org.knime.core.node;

import org.knime.core.node.message.Message;

/** A failure whose message is meant for the user; the node shows its summary as it is. */
public final class KNIMEException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message m_message;

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        m_message = message;
    }

    public KNIMEException(final String message) {
        this(message, null);
    }

    public KNIMEException(final String message, final Throwable cause) {
        super(message, cause);
        m_message = message == null ? null : Message.fromSummary(message);
    }

    public static KNIMEException of(final Message message) {
        return of(message, null);
    }

    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, cause);
    }

    public Message getKNIMEMessage() {
        return m_message;
    }
}
