package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import org.knime.core.node.FluentNodeAPI;

/** The HTML page of a view. */
public class Page implements FluentNodeAPI {

    private final Supplier<InputStream> m_content;

    private final String m_relativePath;

    private Page(final Supplier<InputStream> content, final String relativePath) {
        m_content = content;
        m_relativePath = relativePath;
    }

    /** @return the first step */
    public static RequireFromFileOrString create() {
        return (content, charset) -> path -> new Page(
            () -> new ByteArrayInputStream(content.get().getBytes(charset)), path);
    }

    /** @return where the page lies for the browser */
    public String getRelativePath() {
        return m_relativePath;
    }

    /**
     * @return the content, made anew
     * @throws IOException never; other pages of KNIME are read from files
     */
    public InputStream getInputStream() throws IOException {
        return m_content.get();
    }

    /** Step: what is on the page. */
    public interface RequireFromFileOrString {

        /**
         * @param content gives the page each time it is opened; encoded as UTF-8
         * @return the next step
         */
        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * @param content gives the page each time it is opened
         * @param charset its encoding
         * @return the next step
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** Step: where the page lies. */
    public interface RequireRelativePath {

        /**
         * @param relativePath its ending, such as <code>.html</code>, tells the kind of the page
         * @return the page
         */
        Page relativePath(String relativePath);
    }

    /** Gives text. */
    public interface StringSupplier extends Supplier<String> {
    }
}
