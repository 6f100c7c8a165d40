package dev.restorer.core.contents.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZstdFailureTest {

    private static URL[] classPathWithout(String name) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!path.contains(name)) {
                urls.add(new File(path).toURI().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    @Test
    void withoutTheLibraryContentsCannotBeRead() throws ReflectiveOperationException, IOException {
        byte[] packed = Zstd.compress(new byte[10]);
        try (URLClassLoader loader =
                new URLClassLoader(classPathWithout("zstd-jni"), ClassLoader.getPlatformClassLoader())) {
            Method decompress = loader.loadClass(Decompression.class.getName()).getMethod("of", InputStream.class);
            Throwable thrown = catchThrowable(() -> decompress.invoke(null, new ByteArrayInputStream(packed)));
            assertThat(thrown)
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("zstd cannot be loaded; it needs zstd-jni on the class path or module path");
        }
    }

    @Test
    void ifNativeCodeIsNotPermittedThatIsTheRemedy() {
        LinkageError first = new ExceptionInInitializerError(new IllegalCallerException("from an unnamed module"));
        LinkageError second = new NoClassDefFoundError("Could not initialize class Z");
        second.initCause(new ExceptionInInitializerError("Exception java.lang.IllegalCallerException: from a module"));
        assertThat(List.of(ZstdFailure.of(first), ZstdFailure.of(second)))
                .allSatisfy(failure -> assertThat(failure).hasMessageEndingWith("--enable-native-access=ALL-UNNAMED"));
    }
}
