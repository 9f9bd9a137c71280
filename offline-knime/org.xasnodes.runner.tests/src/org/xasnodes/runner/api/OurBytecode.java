package org.xasnodes.runner.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The class files of the stand-in and of our plug-ins. */
final class OurBytecode {

    private OurBytecode() {
    }

    /** @return what the three stand-in bundles show in KNIME's packages */
    static SignatureList standInSignatures() throws IOException {
        final List<byte[]> files = new ArrayList<>();
        files.addAll(BundleClasses.of("org.knime.core", "org.knime.core.data.DataCell"));
        files.addAll(BundleClasses.of("org.knime.core.ui", "org.knime.node.DefaultNodeFactory"));
        files.addAll(
            BundleClasses.of("org.knime.filehandling.core", "org.knime.filehandling.core.connections.FSLocation"));
        final SortedMap<String, ApiClass> classes = new TreeMap<>(BytecodeSignatures.of(files).classes());
        classes.keySet().removeIf(name -> !name.startsWith("org/knime/"));
        return new SignatureList(classes);
    }

    static List<byte[]> nodes() throws IOException {
        return BundleClasses.of("org.xasnodes.nodes", "org.xasnodes.nodes.spectrum.SpectrumValue");
    }

    static List<byte[]> core() throws IOException {
        return BundleClasses.of("org.xasnodes.core", "org.xasnodes.core.spectrum.Spectrum");
    }

    /** @return the classes of KNIME that the checked-in part of the list must describe */
    static Set<String> usedClasses(final SignatureList knime) throws IOException {
        final Set<String> used = new TreeSet<>(standInSignatures().classes().keySet());
        References.in(nodes()).types().stream().filter(type -> type.startsWith("org/knime/")).forEach(used::add);
        final Set<String> withSuperTypes = new TreeSet<>();
        used.forEach(name -> withSuperTypes.addAll(knime.lineage(name)));
        withSuperTypes.retainAll(knime.classes().keySet());
        return withSuperTypes;
    }
}
