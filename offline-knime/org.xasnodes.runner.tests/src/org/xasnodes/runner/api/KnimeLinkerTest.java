package org.xasnodes.runner.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The linker finds what is missing, so that its silence means something. */
final class KnimeLinkerTest {

    @TempDir
    Path m_folder;

    /** A class of ours that pretends its super type is KNIME's. */
    static class Base {
        int value() {
            return 1;
        }
    }

    static final class User extends Base implements Supplier<String> {
        @Override
        public String get() {
            return "" + value();
        }
    }

    @Test
    void anInheritedMemberIsFoundWhereTheListHasIt() throws IOException {
        assertEquals(List.of(), unresolved("  protected value()I"));
    }

    @Test
    void aMemberTheListLacksIsReported() throws IOException {
        assertEquals(1, unresolved("  protected value()J").size());
    }

    @Test
    void aStaticMemberIsNotTheInstanceMemberThatIsUsed() throws IOException {
        assertEquals(1, unresolved("  protected static value()I").size());
    }

    @Test
    void aClassTheListLacksIsReported() throws IOException {
        final List<byte[]> files = List.of(user());
        final KnimeLinker linker = new KnimeLinker(list("public class org/knime/Other extends java/lang/Object"),
            ClassShape.of(files));
        assertEquals("The class org/knime/Base is not in KNIME's list.",
            linker.unresolved(References.in(files)).get(0));
    }

    @Test
    void anAbstractMethodWithoutImplementationIsReported() throws IOException {
        final KnimeLinker linker = new KnimeLinker(
            list("public abstract class org/knime/Base extends java/lang/Object", "  public <init>()V",
                "  public abstract more()V", "  public abstract get()Ljava/lang/Object;"),
            ClassShape.of(List.of(user())));
        assertEquals(1, linker.notImplemented().size());
    }

    private List<String> unresolved(final String member) throws IOException {
        final List<byte[]> files = List.of(user());
        final SignatureList knime =
            list("public class org/knime/Base extends java/lang/Object", "  public <init>()V", member);
        return new KnimeLinker(knime, ClassShape.of(files)).unresolved(References.in(files));
    }

    private SignatureList list(final String... lines) throws IOException {
        return SignatureList.read(Files.write(m_folder.resolve("list.txt"), List.of(lines)));
    }

    /** The bytecode of {@link User} with the name of its super class in KNIME's package. */
    private static byte[] user() throws IOException {
        final byte[] file;
        try (InputStream in = KnimeLinkerTest.class.getResourceAsStream("KnimeLinkerTest$User.class")) {
            file = in.readAllBytes();
        }
        return Renamed.classFile(file, Map.of("org/xasnodes/runner/api/KnimeLinkerTest$Base", "org/knime/Base"));
    }
}
