package dev.restorer.lambdas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class LambdaClassesTest {

    private static final String PACKAGE = "dev/restorer/lambdas/";
    private static final long TIME = 1_000_000_000_000L;

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void writeJar() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/", new byte[0]);
        entries.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
        for (String name : List.of("Samples", "Samples$Inner", "Base", "Greeting")) {
            entries.put(PACKAGE + name + ".class", compiled(name));
        }
        jar = directory.resolve("samples.jar");
        new Jar(entries, TIME).write(jar);
    }

    private static byte[] compiled(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        }
    }

    @Test
    void rewrittenLambdasHaveTheSameResults() throws Exception {
        LambdaClasses.main(new String[] {jar.toString()});
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Class<?> samples = loader.loadClass("dev.restorer.lambdas.Samples");
            var results = samples.getDeclaredMethod("results");
            results.setAccessible(true);
            assertThat(results.invoke(null)).isEqualTo(Samples.results());
        }
    }

    @Test
    void onlyLambdasThatNeedAConversionOrAreSerializableRemain() throws Exception {
        assertThat(linkedAtRunTime()).hasSize(23);
        LambdaClasses.main(new String[] {jar.toString()});
        assertThat(linkedAtRunTime())
                .containsExactly("apply metafactory", "apply metafactory", "get altMetafactory", "get altMetafactory");
    }

    @Test
    void aJarThatWasRewrittenStaysTheSame() throws Exception {
        LambdaClasses.main(new String[] {jar.toString()});
        byte[] first = Files.readAllBytes(jar);
        LambdaClasses.main(new String[] {jar.toString()});
        assertThat(jar).hasBinaryContent(first);
    }

    @Test
    void otherEntriesAndTheTimeStay() throws Exception {
        LambdaClasses.main(new String[] {jar.toString()});
        Jar rewritten = Jar.read(jar);
        assertThat(rewritten.time()).isEqualTo(TIME);
        assertThat(rewritten.entries().keySet()).startsWith("META-INF/", "META-INF/MANIFEST.MF");
        assertThat(rewritten.entries().get("META-INF/MANIFEST.MF")).asString().isEqualTo("Manifest-Version: 1.0\n");
        assertThat(rewritten.entries().get(PACKAGE + "Base.class")).isEqualTo(compiled("Base"));
    }

    private List<String> linkedAtRunTime() throws IOException {
        List<String> found = new ArrayList<>();
        Jar.read(jar).entries().forEach((name, content) -> {
            if (name.endsWith(".class")) {
                new ClassReader(content).accept(new Finder(found), 0);
            }
        });
        return found;
    }

    /** Finds the calls that are linked at run time. */
    private static final class Finder extends ClassVisitor {

        private final List<String> found;

        Finder(List<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String method, String type, Handle bootstrap, Object... arguments) {
                    found.add(method + " " + bootstrap.getName());
                }
            };
        }
    }
}
