package dev.restorer.lambdas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A lambda or a method reference, as the compiler describes it.
 *
 * @param method the name of the method of its interface
 * @param type its interface
 * @param captured the types of the values that it captures
 * @param erased the erased type of the method of its interface
 * @param actual the type of that method without type variables
 * @param body the method that is called
 */
record Lambda(String method, Type type, List<Type> captured, Type erased, Type actual, Handle body) {

    /**
     * Returns null for anything else that is linked at run time, and for lambdas that are serializable or have bridges.
     */
    static @Nullable Lambda of(String method, String descriptor, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                || !bootstrap.getName().equals("metafactory")) {
            return null;
        }
        return new Lambda(
                method,
                Type.getReturnType(descriptor),
                List.of(Type.getArgumentTypes(descriptor)),
                (Type) arguments[0],
                (Type) arguments[2],
                (Handle) arguments[1]);
    }

    /** Tells whether a value is boxed, unboxed or widened between the interface and the body. */
    boolean needsConversion() {
        List<Type> passed =
                bodyParameters().subList(captured.size(), bodyParameters().size());
        Type[] received = erased.getArgumentTypes();
        for (int i = 0; i < received.length; i++) {
            if (differ(received[i], passed.get(i))) {
                return true;
            }
        }
        return !returnsNothing() && differ(erased.getReturnType(), bodyResult());
    }

    private static boolean differ(Type one, Type other) {
        return (isPrimitive(one) || isPrimitive(other)) && !one.equals(other);
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    static boolean isObject(Type type) {
        return type.getDescriptor().equals("Ljava/lang/Object;");
    }

    boolean returnsNothing() {
        return erased.getReturnType().equals(Type.VOID_TYPE);
    }

    boolean createsObject() {
        return body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    }

    /**
     * Returns what the body needs on the stack: the object on which it is called, unless it is static, and its
     * parameters.
     */
    private List<Type> bodyParameters() {
        List<Type> parameters = new ArrayList<>();
        if (body.getTag() != Opcodes.H_INVOKESTATIC && !createsObject()) {
            parameters.add(Type.getObjectType(body.getOwner()));
        }
        parameters.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
        return parameters;
    }

    Type bodyResult() {
        return createsObject() ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
    }

    int bodyCall() {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            // a private method of a class in the same nest is called like any other
            default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }
}
