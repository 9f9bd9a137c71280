package org.xasnodes.nodes.spectrum;

import java.util.Objects;

import javax.swing.Icon;
import javax.swing.ImageIcon;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;
import org.xasnodes.core.spectrum.Spectrum;

/** A cell that holds an X-ray absorption spectrum. */
public interface SpectrumValue extends DataValue {

    /** Name, icon and renderers of spectra in KNIME. */
    UtilityFactory UTILITY = new SpectrumUtilityFactory();

    /** @return the spectrum */
    Spectrum spectrum();

    /** Extensible, because KNIME then offers the renderers that plugin.xml registers. */
    final class SpectrumUtilityFactory extends ExtensibleUtilityFactory {

        private static final Icon ICON =
            new ImageIcon(Objects.requireNonNull(SpectrumValue.class.getResource("spectrum.png")));

        SpectrumUtilityFactory() {
            super(SpectrumValue.class);
        }

        @Override
        public Icon getIcon() {
            return ICON;
        }

        @Override
        public String getName() {
            return "Spectrum";
        }

        @Override
        public String getGroupName() {
            return "X-ray absorption";
        }
    }
}
