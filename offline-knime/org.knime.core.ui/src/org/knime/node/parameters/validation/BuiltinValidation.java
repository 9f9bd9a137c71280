package org.knime.node.parameters.validation;

/** A check that a dialog makes while the user types. Settings that are loaded do not pass it. */
public interface BuiltinValidation {

    /** @return what the dialog says where the check fails */
    String getErrorMessage();

    /** @return the numbers or texts of the check */
    Object getParameters();
}
