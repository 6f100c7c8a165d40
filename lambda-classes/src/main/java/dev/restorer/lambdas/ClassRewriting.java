package dev.restorer.lambdas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Replaces each lambda in a class by the creation of an object of a new class, and leaves those that need a conversion.
 */
final class ClassRewriting {

    /** Where a class file has its version, after the magic number. */
    private static final int VERSION_OFFSET = 4;

    private final ClassWriter writer = new ClassWriter(0);
    private final List<LambdaClass> lambdas = new ArrayList<>();
    private final byte[] content;
    private final String name;
    private final int version;
    private String nestHost;

    ClassRewriting(byte[] content) {
        this.content = content;
        ClassReader reader = new ClassReader(content);
        name = reader.getClassName();
        version = reader.readInt(VERSION_OFFSET);
        nestHost = name;
        reader.accept(new Classes(writer), 0);
    }

    /** Returns the class, which is the same if it has no lambda to replace. */
    byte[] rewritten() {
        return lambdas.isEmpty() ? content : writer.toByteArray();
    }

    List<LambdaClass> lambdas() {
        return lambdas;
    }

    /** Returns the class that names all members of the nest that this class belongs to. */
    String nestHost() {
        return nestHost;
    }

    private final class Classes extends ClassVisitor {

        Classes(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitNestHost(String host) {
            nestHost = host;
            super.visitNestHost(host);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Methods(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private final class Methods extends MethodVisitor {

        Methods(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            Lambda lambda = Lambda.of(method, descriptor, bootstrap, arguments);
            if (lambda == null || lambda.needsConversion()) {
                super.visitInvokeDynamicInsn(method, descriptor, bootstrap, arguments);
                return;
            }
            LambdaClass replacement = new LambdaClass(name + "$$Lambda" + lambdas.size(), nestHost, version, lambda);
            lambdas.add(replacement);
            replacement.create(this);
        }
    }
}
