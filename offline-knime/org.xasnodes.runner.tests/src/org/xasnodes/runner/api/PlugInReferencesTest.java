package org.xasnodes.runner.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Our bytecode, compiled against the stand-in, links on KNIME itself. */
final class PlugInReferencesTest {

    @Test
    void everythingTheNodesUseOfKnimeIsInItsList() throws IOException {
        final List<byte[]> files = OurBytecode.nodes();
        final References references = References.in(files);
        assertTrue(references.types().stream().anyMatch(type -> type.startsWith("org/knime/")));
        assertEquals(List.of(), linker(files).unresolved(references));
    }

    @Test
    void everyAbstractMethodOfKnimeIsImplementedByTheNodesClasses() throws IOException {
        assertEquals(List.of(), linker(OurBytecode.nodes()).notImplemented());
    }

    @Test
    void theCoreKnowsNeitherKnimeNorOsgi() throws IOException {
        final References references = References.in(OurBytecode.core());
        assertFalse(references.types().isEmpty());
        assertEquals(List.of(), references.types().stream().filter(
            type -> type.startsWith("org/knime/") || type.startsWith("org/osgi/") || type.startsWith("org/eclipse/"))
            .toList());
    }

    private static KnimeLinker linker(final List<byte[]> files) throws IOException {
        return new KnimeLinker(SignatureList.read(ProjectFiles.usedSignatures()), ClassShape.of(files));
    }
}
