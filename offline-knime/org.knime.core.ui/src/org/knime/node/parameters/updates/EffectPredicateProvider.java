package org.knime.node.parameters.updates;

import java.util.List;
import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;

/** Makes the condition of an {@link Effect}. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * @param i gives access to the parameters
     * @return the condition
     */
    EffectPredicate init(PredicateInitializer i);

    /** Makes conditions on parameters, which are named by their references. */
    interface PredicateInitializer {

        /**
         * @param reference of a text parameter
         * @return conditions on it
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /**
         * @param reference of a check box
         * @return conditions on it
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * @param <E> the type of the constants
         * @param reference of a choice among constants
         * @return conditions on it
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * @param predicate a condition on the input of the node, which does not change while the dialog is open
         * @return that condition
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /**
         * @param predicateProviderClass a class with a constructor without arguments
         * @return the condition it makes
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        /** @return a condition that does not hold */
        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** @return a condition that holds */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /** Conditions on a text. */
        interface StringReference {

            /**
             * @param value a text
             * @return holds where the parameter has that text
             */
            EffectPredicate isEqualTo(String value);

            /**
             * @param pattern a regular expression
             * @return holds where it matches
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a check box. */
        interface BooleanReference {

            /** @return holds where it is checked */
            EffectPredicate isTrue();

            /** @return holds where it is not checked */
            EffectPredicate isFalse();
        }

        /**
         * Conditions on a choice among constants.
         *
         * @param <E> the type of the constants
         */
        interface EnumReference<E extends Enum<E>> {

            /**
             * @param values some of the constants
             * @return holds where one of them is chosen
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }
    }

    /**
     * @param predicates conditions
     * @return holds where all hold
     */
    default EffectPredicate and(final EffectPredicate... predicates) {
        return new CombinedPredicate.And(List.of(predicates));
    }

    /**
     * @param predicates conditions
     * @return holds where at least one holds
     */
    default EffectPredicate or(final EffectPredicate... predicates) {
        return new CombinedPredicate.Or(List.of(predicates));
    }

    /**
     * @param predicate a condition
     * @return holds where that does not
     */
    default EffectPredicate not(final EffectPredicate predicate) {
        return new CombinedPredicate.Not(predicate);
    }
}
