package dev.restorer.core.contents.compression;

import dev.restorer.core.contents.failure.ContentsReadException;
import dev.restorer.vendors.Causes;

/** Describes what zstd-jni, whose decoder is native code, needs if it cannot be used. */
final class ZstdFailure {

    private ZstdFailure() {}

    static ContentsReadException of(LinkageError e) {
        return ContentsReadException.unreadable("zstd cannot be loaded; it needs " + needs(e), e);
    }

    private static String needs(LinkageError e) {
        if (e.getCause() instanceof ClassNotFoundException) {
            return "zstd-jni on the class path or module path";
        }
        if (isDenied(e)) {
            return "permission for native code, such as --enable-native-access=ALL-UNNAMED";
        }
        String named = System.getProperty("ZstdNativePath");
        return named == null
                ? "a java.io.tmpdir that exists, has space for its library, and from which libraries may be loaded"
                : "its library for this system at " + named + ", which ZstdNativePath names";
    }

    /** After the first attempt, the JVM has only the name of the exception, in the message of another one. */
    private static boolean isDenied(Throwable e) {
        return Causes.of(e).stream()
                .anyMatch(cause -> cause instanceof IllegalCallerException
                        || String.valueOf(cause.getMessage()).contains(IllegalCallerException.class.getName()));
    }
}
