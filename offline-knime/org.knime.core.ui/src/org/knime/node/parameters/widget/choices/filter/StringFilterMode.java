package org.knime.node.parameters.widget.choices.filter;

/** How a {@link StringFilter} picks; the names are stored in settings. */
enum StringFilterMode {
    /** by hand */
    MANUAL,
    /** by a regular expression */
    REGEX,
    /** by a pattern with wildcards */
    WILDCARD
}
