package org.knime.core.node;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes to the log of the Java platform, under the same names. */
public final class NodeLogger {

    private final Logger m_logger;

    private NodeLogger(final String name) {
        m_logger = Logger.getLogger(name);
    }

    public static NodeLogger getLogger(final Class<?> origin) {
        return getLogger(origin.getName());
    }

    public static NodeLogger getLogger(final String name) {
        return new NodeLogger(name);
    }

    public void debug(final Object message) {
        m_logger.log(Level.FINE, () -> String.valueOf(message));
    }

    public void debug(final Object message, final Throwable cause) {
        m_logger.log(Level.FINE, String.valueOf(message), cause);
    }

    public void debug(final Throwable cause) {
        m_logger.log(Level.FINE, cause.getMessage(), cause);
    }

    public void debug(final Supplier<Object> message) {
        m_logger.log(Level.FINE, () -> String.valueOf(message.get()));
    }

    public void debugWithFormat(final String format, final Object... args) {
        m_logger.log(Level.FINE, () -> String.format(format, args));
    }

    public void info(final Object message) {
        m_logger.log(Level.INFO, () -> String.valueOf(message));
    }

    public void info(final Object message, final Throwable cause) {
        m_logger.log(Level.INFO, String.valueOf(message), cause);
    }

    public void info(final Supplier<Object> message) {
        m_logger.log(Level.INFO, () -> String.valueOf(message.get()));
    }

    public void infoWithFormat(final String format, final Object... args) {
        m_logger.log(Level.INFO, () -> String.format(format, args));
    }

    public void warn(final Object message) {
        m_logger.log(Level.WARNING, () -> String.valueOf(message));
    }

    public void warn(final Object message, final Throwable cause) {
        m_logger.log(Level.WARNING, String.valueOf(message), cause);
    }

    public void warn(final Throwable cause) {
        m_logger.log(Level.WARNING, cause.getMessage(), cause);
    }

    public void warn(final Supplier<Object> message) {
        m_logger.log(Level.WARNING, () -> String.valueOf(message.get()));
    }

    public void warnWithFormat(final String format, final Object... args) {
        m_logger.log(Level.WARNING, () -> String.format(format, args));
    }

    public void error(final Object message) {
        m_logger.log(Level.SEVERE, () -> String.valueOf(message));
    }

    public void error(final Object message, final Throwable cause) {
        m_logger.log(Level.SEVERE, String.valueOf(message), cause);
    }

    public void error(final Throwable cause) {
        m_logger.log(Level.SEVERE, cause.getMessage(), cause);
    }

    public void error(final Supplier<Object> message) {
        m_logger.log(Level.SEVERE, () -> String.valueOf(message.get()));
    }

    public void errorWithFormat(final String format, final Object... args) {
        m_logger.log(Level.SEVERE, () -> String.format(format, args));
    }

    /**
     * A fault of the program, not of its use.
     *
     * @param message what is wrong
     */
    public void coding(final Object message) {
        error("CODING PROBLEM\t" + message);
    }

    public boolean isDebugEnabled() {
        return m_logger.isLoggable(Level.FINE);
    }

    public boolean isInfoEnabled() {
        return m_logger.isLoggable(Level.INFO);
    }
}
