package org.xasnodes.runner.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class of ours declares and extends, of any visibility.
 *
 * @param access its access flags
 * @param superTypes the super class first
 * @param members access flags by name and descriptor, compiler-made ones included
 */
record ClassShape(int access, List<String> superTypes, Map<String, Integer> members) {

    boolean isConcrete() {
        return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0;
    }

    /** @return the shapes by class name */
    static Map<String, ClassShape> of(final Collection<byte[]> classFiles) {
        final Map<String, ClassShape> shapes = new HashMap<>();
        for (final byte[] file : classFiles) {
            new ClassReader(file).accept(new ClassVisitor(Opcodes.ASM9) {

                private final Map<String, Integer> m_members = new HashMap<>();

                @Override
                public void visit(final int version, final int access, final String name, final String signature,
                    final String superName, final String[] interfaces) {
                    final List<String> superTypes = new ArrayList<>(List.of(superName));
                    superTypes.addAll(Arrays.asList(interfaces));
                    shapes.put(name, new ClassShape(access, superTypes, m_members));
                }

                @Override
                public FieldVisitor visitField(final int access, final String name, final String descriptor,
                    final String signature, final Object value) {
                    m_members.put(name + " " + descriptor, access);
                    return null;
                }

                @Override
                public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
                    final String signature, final String[] exceptions) {
                    m_members.put(name + descriptor, access);
                    return null;
                }
            }, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        }
        return shapes;
    }
}
