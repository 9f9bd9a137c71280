package org.knime.node;

import java.util.Arrays;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;
import org.xasnodes.runner.ui.ViewDefinition;

/** What a node shows of its result: a page, and the data that the page gets when it is opened. */
public final class DefaultView implements FluentNodeAPI {

    private final String m_description;

    private final Page m_page;

    private Function<ViewInput, ?> m_initialData;

    private DefaultView(final String description, final Page page) {
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass -> {
            if (parametersClass != null) {
                throw new UnsupportedOperationException("The stand-in knows no parameters of views.");
            }
            return description -> page -> new DefaultView(description, page.apply(Page.create()));
        };
    }

    ViewDefinition definition() {
        return new ViewDefinition(m_description, m_page, m_initialData);
    }

    /**
     * @param <D> their type
     * @param initialData what the page gets when it is opened
     * @return this
     */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = input -> initialData.apply(DefaultInitialData.create()).m_data.apply(input);
        return this;
    }

    /** Step: the parameters. */
    public interface RequireViewParameters {

        /**
         * @param parametersClass the class of the parameters
         * @return the next step
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next step, for a view that has none */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Step: the description. */
    public interface RequireDescription {

        /**
         * @param description what is to be seen; an XML fragment
         * @return the next step
         */
        RequirePage description(String description);
    }

    /** Step: the page. */
    public interface RequirePage {

        /**
         * @param page makes the page
         * @return the view
         */
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** Step: the data that the page gets when it is opened. */
    public interface RequireInitialData {

        /**
         * @param <D> their type
         * @param data makes them; they are sent to the page as JSON
         * @return the data
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /**
     * The data that the page gets when it is opened.
     *
     * @param <D> their type
     */
    public static final class DefaultInitialData<D> implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;

        private DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }

        private static RequireInitialData create() {
            return new RequireInitialData() { // no lambda: the method has a type parameter

                @Override
                public <D> DefaultInitialData<D> data(final Function<ViewInput, D> data) {
                    return new DefaultInitialData<>(data);
                }
            };
        }
    }

    /** What a view sees of its node. */
    @SuppressWarnings("javadoc")
    public interface ViewInput {

        <S extends NodeParameters> S getParameters();

        /** @return what the node kept by {@code setInternalData}, cast to tables */
        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects()).map(BufferedDataTable.class::cast)
                .toArray(BufferedDataTable[]::new);
        }

        /** @return what the node kept by {@code setInternalData}, {@code null} if it was not executed or kept nothing */
        PortObject[] getInternalPortObjects();
    }
}
