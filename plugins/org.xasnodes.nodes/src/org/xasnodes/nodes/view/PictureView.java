package org.xasnodes.nodes.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/**
 * The view of our nodes: static pictures one below the other, each with its title and a link that saves it. The page is
 * one file with a script of our own; it loads nothing, and gets the pictures from KNIME when it is opened.
 * <p>
 * The pictures are made anew each time, from what the node kept with {@code ExecuteOutput.setInternalData}.
 */
public final class PictureView {

    private static final String PAGE = "pictures.html";

    private PictureView() {
    }

    /**
     * For {@code DefaultNode.addView(v -> PictureView.of(v, "Shows ...", input -> ...))}.
     *
     * @param view the step that KNIME offers
     * @param description what is to be seen; an XML fragment
     * @param pictures makes the pictures; only called when the node has kept something
     * @return the view
     */
    public static DefaultView of(final RequireViewParameters view, final String description,
        final Function<ViewInput, Pictures> pictures) {
        return view.withoutParameters().description(description)
            .page(p -> p.fromString(() -> page()).relativePath(PAGE))
            .initialData(d -> d.data(input -> hasData(input) ? pictures.apply(input) : Pictures.NONE));
    }

    private static boolean hasData(final ViewInput input) {
        final var kept = input.getInternalPortObjects();
        return kept != null && kept.length > 0;
    }

    private static String page() {
        try (InputStream page = PictureView.class.getResourceAsStream(PAGE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("The page of the view cannot be read.", e);
        }
    }
}
