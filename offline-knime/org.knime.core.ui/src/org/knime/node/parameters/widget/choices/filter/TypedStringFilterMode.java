package org.knime.node.parameters.widget.choices.filter;

/** How a {@link TypedStringFilter} picks; the names are stored in settings. */
enum TypedStringFilterMode {
    /** by hand */
    MANUAL,
    /** by a regular expression */
    REGEX,
    /** by a pattern with wildcards */
    WILDCARD,
    /** by type */
    TYPE
}
