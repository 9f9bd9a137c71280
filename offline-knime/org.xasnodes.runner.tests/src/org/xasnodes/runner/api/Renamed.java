package org.xasnodes.runner.api;

import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites the super class and the owners of called methods in a class file. */
final class Renamed {

    private Renamed() {
    }

    static byte[] classFile(final byte[] file, final Map<String, String> names) {
        final ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(final int version, final int access, final String name, final String signature,
                final String superName, final String[] interfaces) {
                super.visit(version, access, name, null, names.getOrDefault(superName, superName), interfaces);
            }

            @Override
            public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
                final String signature, final String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9,
                    super.visitMethod(access, name, descriptor, signature, exceptions)) {
                    @Override
                    public void visitMethodInsn(final int opcode, final String owner, final String method,
                        final String methodDescriptor, final boolean isInterface) {
                        super.visitMethodInsn(opcode, names.getOrDefault(owner, owner), method, methodDescriptor,
                            isInterface);
                    }
                };
            }
        }, 0);
        return writer.toByteArray();
    }
}
