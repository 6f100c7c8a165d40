package dev.restorer.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** New members of nests: the class of a lambda calls private methods of the class that contains it. */
final class Nests {

    private final Map<String, List<String>> members = new TreeMap<>();

    void add(String host, String member) {
        members.computeIfAbsent(host, any -> new ArrayList<>()).add(member);
    }

    void forEach(BiConsumer<String, List<String>> action) {
        members.forEach(action);
    }

    /** Adds members to the nest of a class that is its host. */
    static byte[] withMembers(byte[] host, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(host)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitEnd() {
                                members.forEach(this::visitNestMember);
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
