package org.xasnodes.runner.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** All classes, methods and fields that bytecode names. */
final class References extends ClassVisitor {

    /**
     * @param from the class whose code refers
     * @param owner the class it names as the owner
     * @param key name and descriptor, as in {@link ApiClass#members()}
     * @param isStatic whether a static member is meant
     */
    record Member(String from, String owner, String key, boolean isStatic) implements Comparable<Member> {
        @Override
        public int compareTo(final Member other) {
            return toString().compareTo(other.toString());
        }
    }

    private final SortedSet<String> m_types = new TreeSet<>();

    private final SortedSet<Member> m_members = new TreeSet<>();

    private String m_from;

    private final MethodVisitor m_code = new Code();

    private final AnnotationVisitor m_annotation = new AnnotationValues();

    private References() {
        super(Opcodes.ASM9);
    }

    static References in(final Collection<byte[]> classFiles) {
        final References references = new References();
        classFiles.forEach(file -> new ClassReader(file).accept(references, ClassReader.SKIP_FRAMES));
        return references;
    }

    /** @return internal names of the classes, without arrays */
    SortedSet<String> types() {
        return m_types;
    }

    SortedSet<Member> members() {
        return m_members;
    }

    private void type(final Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> m_types.add(type.getInternalName());
            case Type.METHOD -> {
                type(type.getReturnType());
                Arrays.stream(type.getArgumentTypes()).forEach(this::type);
            }
            default -> {
                // a primitive type refers to nothing
            }
        }
    }

    private void descriptor(final String descriptor) {
        type(Type.getType(descriptor));
    }

    private void internalName(final String name) {
        type(Type.getObjectType(name));
    }

    private void member(final String owner, final String name, final String descriptor, final boolean isStatic) {
        internalName(owner);
        descriptor(descriptor);
        if (!owner.startsWith("[")) {
            final String key = descriptor.startsWith("(") ? name + descriptor : name + " " + descriptor;
            m_members.add(new Member(m_from, owner, key, isStatic));
        }
    }

    private void constant(final Object value) {
        if (value instanceof Type type) {
            type(type);
        } else if (value instanceof Handle handle) {
            member(handle.getOwner(), handle.getName(), handle.getDesc(),
                handle.getTag() == Opcodes.H_INVOKESTATIC || handle.getTag() == Opcodes.H_GETSTATIC
                    || handle.getTag() == Opcodes.H_PUTSTATIC);
        }
    }

    @Override
    public void visit(final int version, final int access, final String name, final String signature,
        final String superName, final String[] interfaces) {
        m_from = name;
        internalName(superName);
        Arrays.stream(interfaces).forEach(this::internalName);
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
        descriptor(descriptor);
        return m_annotation;
    }

    @Override
    public FieldVisitor visitField(final int access, final String name, final String descriptor,
        final String signature, final Object value) {
        descriptor(descriptor);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
                return References.this.visitAnnotation(annotation, visible);
            }
        };
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(final String name, final String descriptor,
        final String signature) {
        descriptor(descriptor);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
        final String signature, final String[] exceptions) {
        descriptor(descriptor);
        if (exceptions != null) {
            Arrays.stream(exceptions).forEach(this::internalName);
        }
        return m_code;
    }

    private final class AnnotationValues extends AnnotationVisitor {
        AnnotationValues() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(final String name, final Object value) {
            constant(value);
        }

        @Override
        public void visitEnum(final String name, final String descriptor, final String value) {
            member(Type.getType(descriptor).getInternalName(), value, descriptor, true);
        }

        @Override
        public AnnotationVisitor visitAnnotation(final String name, final String descriptor) {
            descriptor(descriptor);
            return this;
        }

        @Override
        public AnnotationVisitor visitArray(final String name) {
            return this;
        }
    }

    private final class Code extends MethodVisitor {
        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
            return References.this.visitAnnotation(descriptor, visible);
        }

        @Override
        public void visitTypeInsn(final int opcode, final String type) {
            internalName(type);
        }

        @Override
        public void visitFieldInsn(final int opcode, final String owner, final String name, final String descriptor) {
            member(owner, name, descriptor, opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC);
        }

        @Override
        public void visitMethodInsn(final int opcode, final String owner, final String name, final String descriptor,
            final boolean isInterface) {
            member(owner, name, descriptor, opcode == Opcodes.INVOKESTATIC);
        }

        @Override
        public void visitInvokeDynamicInsn(final String name, final String descriptor, final Handle bootstrap,
            final Object... arguments) {
            descriptor(descriptor);
            Arrays.stream(arguments).forEach(References.this::constant);
        }

        @Override
        public void visitLdcInsn(final Object value) {
            constant(value);
        }

        @Override
        public void visitMultiANewArrayInsn(final String descriptor, final int dimensions) {
            descriptor(descriptor);
        }

        @Override
        public void visitTryCatchBlock(final Label start, final Label end, final Label handler, final String type) {
            if (type != null) {
                internalName(type);
            }
        }
    }
}
