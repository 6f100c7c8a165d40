package dev.restorer.lambdas;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Replaces the lambdas in jars by classes. A JVM links a lambda when it is first evaluated, which takes as long as
 * loading ten classes from an archive. A small restore evaluates some 150.
 */
public final class LambdaClasses {

    private LambdaClasses() {}

    /**
     * Rewrites jars.
     *
     * @param args the jars
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        for (String jar : args) {
            Jar.read(Path.of(jar)).withoutLambdas().write(Path.of(jar));
        }
    }
}
