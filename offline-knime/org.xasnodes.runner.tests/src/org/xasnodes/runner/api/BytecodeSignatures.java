package org.xasnodes.runner.api;

import java.util.Collection;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Takes the public and protected signatures from bytecode, in the form of KNIME's signature list. */
final class BytecodeSignatures extends ClassVisitor {

    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private String m_name;

    private int m_access;

    private String m_head;

    /** Access flags of a nested class are those its outer class states. */
    private int m_nestedAccess = -1;

    private final SortedMap<String, String> m_members = new TreeMap<>();

    private BytecodeSignatures() {
        super(Opcodes.ASM9);
    }

    /** @return the signatures of the public and protected classes */
    static SignatureList of(final Collection<byte[]> classFiles) {
        final SortedMap<String, ApiClass> classes = new TreeMap<>();
        for (final byte[] classFile : classFiles) {
            final BytecodeSignatures visitor = new BytecodeSignatures();
            new ClassReader(classFile).accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            if (visitor.isVisible()) {
                final ApiClass c = ApiClass.of(visitor.headLine());
                visitor.m_members.values().forEach(c::add);
                classes.put(visitor.m_name, c);
            }
        }
        return new SignatureList(classes);
    }

    private boolean isVisible() {
        return ((m_nestedAccess >= 0 ? m_nestedAccess : m_access) & VISIBLE) != 0;
    }

    private String headLine() {
        int access = m_nestedAccess >= 0 ? m_nestedAccess : m_access & ~Opcodes.ACC_STATIC;
        if ((m_access & Opcodes.ACC_INTERFACE) != 0) {
            access &= ~Opcodes.ACC_ABSTRACT;
        }
        return modifiers(access) + " " + m_head;
    }

    @Override
    public void visit(final int version, final int access, final String name, final String signature,
        final String superName, final String[] interfaces) {
        m_name = name;
        m_access = access;
        m_head = kind(access) + " " + name + " extends " + superName
            + (interfaces.length == 0 ? "" : " implements " + String.join(",", interfaces)) + generic(null, signature);
    }

    @Override
    public void visitInnerClass(final String name, final String outer, final String inner, final int access) {
        if (name.equals(m_name)) {
            m_nestedAccess = access;
        }
    }

    @Override
    public FieldVisitor visitField(final int access, final String name, final String descriptor,
        final String signature, final Object value) {
        if (isApi(access)) {
            final String constant = value == null ? "" : " = " + value.toString().replace("\n", "\\n");
            m_members.put(name + " " + descriptor,
                modifiers(access) + " " + name + " " + descriptor + constant + generic(descriptor, signature));
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
        final String signature, final String[] exceptions) {
        if (isApi(access)) {
            final String thrown = exceptions == null ? "" : " throws " + String.join(",", exceptions);
            m_members.put(name + descriptor,
                modifiers(access) + " " + name + descriptor + thrown + generic(descriptor, signature));
        }
        return null;
    }

    private static boolean isApi(final int access) {
        return (access & VISIBLE) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    /** Eclipse's compiler also notes signatures that say no more than the descriptor; they count as none. */
    private static String generic(final String descriptor, final String signature) {
        return signature == null || signature.equals(descriptor) ? "" : " generic " + signature;
    }

    private static String kind(final int access) {
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            return "annotation";
        }
        if ((access & Opcodes.ACC_INTERFACE) != 0) {
            return "interface";
        }
        if ((access & Opcodes.ACC_ENUM) != 0) {
            return "enum";
        }
        return (access & Opcodes.ACC_RECORD) != 0 ? "record" : "class";
    }

    private static String modifiers(final int access) {
        final StringJoiner words = new StringJoiner(" ");
        words.add((access & Opcodes.ACC_PUBLIC) != 0 ? "public" : "protected");
        if ((access & Opcodes.ACC_STATIC) != 0) {
            words.add("static");
        }
        if ((access & Opcodes.ACC_ABSTRACT) != 0) {
            words.add("abstract");
        }
        if ((access & Opcodes.ACC_FINAL) != 0) {
            words.add("final");
        }
        return words.toString();
    }
}
