package org.xasnodes.core.network;

/** What a unit makes of its weighted sum z of inputs. */
public enum Activation {

    /** The hyperbolic tangent of z, within 2e-15 of its value. */
    TANH {
        @Override
        void apply(final double[] values, final int count) {
            Tanh.apply(values, count);
        }

        @Override
        void chain(final double[] deltas, final double[] outputs, final int count) {
            for (int j = 0; j < count; j++) {
                deltas[j] *= 1 - outputs[j] * outputs[j];
            }
        }
    },

    /** The larger of z and 0. */
    RELU {
        @Override
        void apply(final double[] values, final int count) {
            for (int j = 0; j < count; j++) {
                values[j] = Math.max(0, values[j]);
            }
        }

        @Override
        void chain(final double[] deltas, final double[] outputs, final int count) {
            for (int j = 0; j < count; j++) {
                deltas[j] = outputs[j] > 0 ? deltas[j] : 0;
            }
        }
    },

    /**
     * <code>1 / (1 + exp(-z))</code>, computed as <code>(1 + tanh(z / 2)) / 2</code>: its absolute error is below
     * 1e-15.
     */
    LOGISTIC {
        @Override
        void apply(final double[] values, final int count) {
            for (int j = 0; j < count; j++) {
                values[j] *= 0.5;
            }
            Tanh.apply(values, count);
            for (int j = 0; j < count; j++) {
                values[j] = 0.5 + 0.5 * values[j];
            }
        }

        @Override
        void chain(final double[] deltas, final double[] outputs, final int count) {
            for (int j = 0; j < count; j++) {
                deltas[j] *= outputs[j] * (1 - outputs[j]);
            }
        }
    },

    /** z itself. */
    IDENTITY {
        @Override
        void apply(final double[] values, final int count) {
            // nothing to do
        }

        @Override
        void chain(final double[] deltas, final double[] outputs, final int count) {
            // the derivative is 1
        }
    };

    /**
     * @param values weighted sums, replaced by the outputs
     * @param count how many from the first
     */
    abstract void apply(double[] values, int count);

    /**
     * Goes from the derivatives by the outputs to those by the weighted sums.
     *
     * @param deltas derivatives of the loss, replaced
     * @param outputs what {@link #apply} gave
     * @param count how many from the first
     */
    abstract void chain(double[] deltas, double[] outputs, int count);
}
