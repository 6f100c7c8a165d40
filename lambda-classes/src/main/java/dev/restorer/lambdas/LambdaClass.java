package dev.restorer.lambdas;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class that replaces a lambda: its fields have the captured values, and its method calls the body. */
final class LambdaClass {

    private static final String CREATE = "create";
    private static final String INSTANCE = "INSTANCE";

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final String name;
    private final Lambda lambda;
    private final List<Type> captured;

    LambdaClass(String name, String nestHost, int version, Lambda lambda) {
        this.name = name;
        this.lambda = lambda;
        this.captured = lambda.captured();
        writer.visit(
                version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER,
                name,
                null,
                "java/lang/Object",
                new String[] {lambda.type().getInternalName()});
        writer.visitNestHost(nestHost);
        constructor();
        if (captured.isEmpty()) {
            instance();
        } else {
            factory();
        }
        method();
        writer.visitEnd();
    }

    /** Returns its name, with slashes. */
    String name() {
        return name;
    }

    byte[] bytes() {
        return writer.toByteArray();
    }

    /** Appends the code that creates an object, with the captured values on the stack. One without is created once. */
    void create(MethodVisitor code) {
        if (captured.isEmpty()) {
            code.visitFieldInsn(Opcodes.GETSTATIC, name, INSTANCE, lambda.type().getDescriptor());
        } else {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name, CREATE, creation(), false);
        }
    }

    private String creation() {
        return Type.getMethodDescriptor(lambda.type(), captured.toArray(Type[]::new));
    }

    private String construction() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, captured.toArray(Type[]::new));
    }

    private static String field(int index) {
        return "captured" + index;
    }

    private void constructor() {
        MethodVisitor code = method(0, "<init>", construction());
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int variable = 1;
        for (int i = 0; i < captured.size(); i++) {
            String type = captured.get(i).getDescriptor();
            writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), type, null, null);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(captured.get(i).getOpcode(Opcodes.ILOAD), variable);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), type);
            variable += captured.get(i).getSize();
        }
        end(code, Opcodes.RETURN);
    }

    private void instance() {
        String type = lambda.type().getDescriptor();
        writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, type, null, null);
        MethodVisitor code = method(Opcodes.ACC_STATIC, "<clinit>", "()V");
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", construction(), false);
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, INSTANCE, type);
        end(code, Opcodes.RETURN);
    }

    private void factory() {
        MethodVisitor code = method(Opcodes.ACC_STATIC, CREATE, creation());
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int variable = 0;
        for (Type type : captured) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
            variable += type.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", construction(), false);
        end(code, Opcodes.ARETURN);
    }

    /** Writes the method of the interface. */
    private void method() {
        MethodVisitor code =
                method(Opcodes.ACC_PUBLIC, lambda.method(), lambda.erased().getDescriptor());
        if (lambda.createsObject()) {
            code.visitTypeInsn(Opcodes.NEW, lambda.body().getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        pushCaptured(code);
        pushArguments(code);
        code.visitMethodInsn(
                lambda.bodyCall(),
                lambda.body().getOwner(),
                lambda.body().getName(),
                lambda.body().getDesc(),
                lambda.body().isInterface());
        returnResult(code);
    }

    private void pushCaptured(MethodVisitor code) {
        for (int i = 0; i < captured.size(); i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(
                    Opcodes.GETFIELD, name, field(i), captured.get(i).getDescriptor());
        }
    }

    private void pushArguments(MethodVisitor code) {
        Type[] received = lambda.erased().getArgumentTypes();
        Type[] actual = lambda.actual().getArgumentTypes();
        int variable = 1;
        for (int i = 0; i < received.length; i++) {
            code.visitVarInsn(received[i].getOpcode(Opcodes.ILOAD), variable);
            cast(code, received[i], actual[i]);
            variable += received[i].getSize();
        }
    }

    private void returnResult(MethodVisitor code) {
        Type result = lambda.bodyResult();
        if (!lambda.returnsNothing()) {
            cast(code, result, lambda.erased().getReturnType());
        } else if (result.getSize() > 0) {
            code.visitInsn(result.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
        }
        end(code, lambda.erased().getReturnType().getOpcode(Opcodes.IRETURN));
    }

    private static void cast(MethodVisitor code, Type from, Type to) {
        if (!from.equals(to) && !Lambda.isObject(to)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private MethodVisitor method(int access, String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
