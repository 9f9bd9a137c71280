package org.xasnodes.runner.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.spectrum.SpectrumValue;

/**
 * A package that is missing in Import-Package shows only when the class is first used, in the middle of a user's work. So
 * every class that our bytecode names is loaded here through the class loader of its own bundle.
 */
class BundleWiringTest {

    private static List<String> unreachable(final ClassLoader bundle, final Collection<byte[]> classes) {
        final List<String> missing = new ArrayList<>();
        for (final var type : References.in(classes).types()) {
            try {
                Class.forName(type.replace('/', '.'), false, bundle);
            } catch (final ClassNotFoundException | LinkageError e) {
                missing.add(type + " (" + e + ")");
            }
        }
        return missing;
    }

    @Test
    void coreReachesEveryClassItNames() throws Exception {
        final var classes = OurBytecode.core();
        assertTrue(classes.size() > 10);
        assertEquals(List.of(), unreachable(Spectrum.class.getClassLoader(), classes));
    }

    @Test
    void nodesReachEveryClassTheyName() throws Exception {
        final var classes = OurBytecode.nodes();
        assertTrue(classes.size() > 10);
        assertEquals(List.of(), unreachable(SpectrumValue.class.getClassLoader(), classes));
    }
}
