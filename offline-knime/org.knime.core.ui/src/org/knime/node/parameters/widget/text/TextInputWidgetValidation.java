package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A rule that a dialog checks while the user types a text. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** The regular expression of a {@link PatternValidation}. */
    @SuppressWarnings("javadoc")
    record PatternValidationParams(String pattern) {
    }

    /** A regular expression that the text must match. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        @Override
        public final PatternValidationParams getParameters() {
            return new PatternValidationParams(getPattern());
        }

        @Override
        public String getErrorMessage() {
            return "The string must match the pattern: " + getPattern();
        }

        /** @return the regular expression */
        protected abstract String getPattern();

        /** At least one character that is not white space. */
        public static final class IsNotBlankValidation extends PatternValidation {

            @Override
            public String getErrorMessage() {
                return "The field cannot be blank (it must contain at least one non-whitespace character).";
            }

            @Override
            public String getPattern() {
                return ".*\\S.*";
            }
        }

        /** At least one character. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {

            @Override
            public String getErrorMessage() {
                return "The field cannot be empty (it must contain at least one character).";
            }

            @Override
            protected int getMinLength() {
                return 1;
            }
        }
    }

    /** The smallest number of characters. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        record MinLengthValidationParams(int minLength) {
        }

        @Override
        public final MinLengthValidationParams getParameters() {
            return new MinLengthValidationParams(getMinLength());
        }

        @Override
        public String getErrorMessage() {
            final int length = getMinLength();
            return "The string must be at least " + length + " character" + (length == 1 ? "" : "s") + " long.";
        }

        /** @return the number of characters */
        protected abstract int getMinLength();
    }
}
