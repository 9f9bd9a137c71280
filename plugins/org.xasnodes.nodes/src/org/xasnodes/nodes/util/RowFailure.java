package org.xasnodes.nodes.util;

import org.knime.core.data.RowKey;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** Ends a row-wise node with a message for the user. Unchecked, because it has to cross KNIME's cell factories. */
public final class RowFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong and what to do
     */
    public RowFailure(final String message) {
        super(message);
    }

    /**
     * @param key the row that failed
     * @param reason why
     */
    public RowFailure(final RowKey key, final String reason) {
        this("Row '" + key.getString() + "': " + reason);
    }

    /**
     * @param e what a cell factory threw, maybe wrapped by KNIME
     * @return the failure as KNIME shows it
     * @throws RuntimeException <code>e</code> itself if no row failure is behind it
     */
    public static KNIMEException unwrap(final RuntimeException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof RowFailure f) {
                return KNIMEException.of(Message.fromSummary(f.getMessage()));
            }
        }
        throw e;
    }
}
