package org.xasnodes.runner.ui;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** Small classes of parameters, each of which asks one question. */
@SuppressWarnings("unused")
final class RuleClasses {

    private RuleClasses() {
    }

    static final class OnlyInputCtor implements NodeParameters {
        int m_a = 1;

        OnlyInputCtor(final NodeParametersInput input) {
            m_a = 2;
        }
    }

    static final class PrivateCtor implements NodeParameters {
        int m_a = 1;

        private PrivateCtor() {
        }

        private PrivateCtor(final NodeParametersInput input) {
            m_a = 2;
        }
    }

    static final class ThrowingInputCtor implements NodeParameters {
        int m_a = 1;

        ThrowingInputCtor() {
        }

        ThrowingInputCtor(final NodeParametersInput input) {
            throw new IllegalStateException("in constructor");
        }
    }

    static final class NoPrefix implements NodeParameters {
        public static int STATIC = 6;
        static final int CONST = 7;
        int plain = 1;
        int m_pre = 2;
        int m_CamelCase = 3;
        int m_x1 = 4;
        int mNotUnderscore = 5;
        transient int m_transient = 8;
        final int m_final = Integer.parseInt("9");
        private int m_private = 10;
    }

    static class Base implements NodeParameters {
        int m_base = 1;
    }

    static final class Derived extends Base {
        int m_derived = 2;
    }

    static final class Shadow extends Base {
        int m_base = 3;
    }

    static final class Unsupported implements NodeParameters {
        Color m_color = Color.RED;
    }

    static final class Kinds implements NodeParameters {
        float m_float = 1.5f;
        short m_short = 2;
        byte m_byte = 3;
        char m_char = 'c';
        Integer m_boxed = 4;
        Double m_boxedDouble = 5.5;
        Boolean m_boxedBool = true;
    }

    static final class Floats implements NodeParameters {
        float m_float = 1.5f;
        byte m_byte = 3;
    }

    static final class CharKind implements NodeParameters {
        char m_char = 'c';
    }

    static final class Arrays1 implements NodeParameters {
        int[] m_ints = {1, 2};
        double[] m_doubles = {0.5, Double.NaN};
        long[] m_longs = {3};
        boolean[] m_bools = {true, false};
    }

    static final class IntArr implements NodeParameters {
        int[] m_ints = {1, 2};
    }

    static final class DblArr implements NodeParameters {
        double[] m_doubles = {0.5, Double.NaN};
    }

    static final class EnumArr implements NodeParameters {
        AllParameters.Shape[] m_shapes = {AllParameters.Shape.LINE};
    }

    static final class ListKind implements NodeParameters {
        List<String> m_list = List.of("a");
    }

    static final class NullGroup implements NodeParameters {
        AllParameters.Elem m_elem = null;
    }

    static final class NullEnum implements NodeParameters {
        AllParameters.Shape m_shape;
    }

    static final class NullOpt implements NodeParameters {
        Optional<Double> m_opt;
    }

    static final class OptEnum implements NodeParameters {
        Optional<AllParameters.Shape> m_opt = Optional.of(AllParameters.Shape.SINE);
        Optional<AllParameters.Shape> m_optE = Optional.empty();
    }

    static final class OptElem implements NodeParameters {
        Optional<AllParameters.Elem> m_opt = Optional.of(new AllParameters.Elem("o", 1));
        Optional<AllParameters.Elem> m_optE = Optional.empty();
    }

    static final class Duplicate implements NodeParameters {
        int m_a = 1;
        @Persist(configKey = "a")
        int m_b = 2;
    }

    static final class KeyOnGroup implements NodeParameters {
        @Persist(configKey = "renamed")
        AllParameters.Elem m_elem = new AllParameters.Elem();
    }

    static final class OwnMigration implements NodeParameters {
        @Migration(TenFold.class)
        int m_a = 1;
        @Migration(SeventySeven.class)
        int m_b = 2;

        static final class TenFold implements NodeParametersMigration<Integer> {
            @Override
            public List<ConfigMigration<Integer>> getConfigMigrations() {
                return List.of(ConfigMigration.builder(s -> s.getInt("old_a") * 10).withDeprecatedConfigPath("old_a")
                    .build());
            }
        }

        static final class SeventySeven implements DefaultProvider<Integer> {
            @Override
            public Integer getDefault() {
                return 77;
            }
        }
    }

    static final class OwnPersistor implements NodeParameters {
        @Persistor(OneMore.class)
        int m_a = 1;

        static final class OneMore implements NodeParametersPersistor<Integer> {
            @Override
            public Integer load(final NodeSettingsRO settings) throws InvalidSettingsException {
                return settings.getInt("stored") - 1;
            }

            @Override
            public void save(final Integer param, final NodeSettingsWO settings) {
                settings.addInt("stored", param + 1);
            }

            @Override
            public String[][] getConfigPaths() {
                return new String[][]{{"stored"}};
            }
        }
    }
}
