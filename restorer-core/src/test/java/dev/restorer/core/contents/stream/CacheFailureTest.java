package dev.restorer.core.contents.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.ProviderException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.LayerCache;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheFailureTest {

    private final LayerCache cache = LayerCache.none();
    private final String name = cache.getClass().getName();

    @Test
    void aFailureNamesTheFileThatTheExceptionNames() {
        assertThat(CacheFailure.thrown(cache, new AccessDeniedException("cache/a.tar")))
                .hasMessage("cache/a.tar: permission is denied");
    }

    /** As the streams of the cache in a directory throw it. */
    @Test
    void aReadErrorOfAFileNamesTheFile() {
        Exception failure = new FileSystemException("cache/a.tar", null, "Input/output error");
        failure.initCause(new IOException("Input/output error"));
        assertThat(CacheFailure.thrown(cache, failure)).hasMessage("cache/a.tar: Input/output error");
    }

    @Test
    void aFailureWithoutAFileNamesTheClassOfTheCache() {
        assertThat(CacheFailure.thrown(cache, new IOException("it is broken"))).hasMessage(name + ": it is broken");
        assertThat(CacheFailure.returned(cache, "null")).hasMessage(name + ": it returned null");
    }

    @Test
    void aFailureOfTheCacheOfAnImageIsThatOfTheBlob() {
        Image image = (Image) Proxy.newProxyInstance(
                Image.class.getClassLoader(), new Class<?>[] {Image.class}, (proxy, method, arguments) -> null);
        LayerCache ofImage = new ImageLayerCache(image, json -> CacheMetadata.empty());
        assertThat(CacheFailure.thrown(ofImage, new IOException("the blob is broken")))
                .hasMessage("the blob is broken");
        ProviderException defect = new ProviderException("a.b.Image threw it", "Report it", List.of("a.b.Image"));
        assertThat(CacheFailure.thrown(ofImage, defect)).hasMessage("a.b.Image threw it. Report it.");
    }

    @Test
    void theProblemIsThatOfTheInnermostCause() {
        assertThat(CacheFailure.problem(new IllegalStateException("outer", new IOException("connection reset"))))
                .isEqualTo("connection reset");
        assertThat(CacheFailure.problem(new IllegalStateException(new AccessDeniedException("/a"))))
                .isEqualTo("permission is denied");
        assertThat(CacheFailure.problem(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void anErrorIsNamedByItsClass() {
        Error error = new NoClassDefFoundError("a/b/Client");
        error.initCause(new ClassNotFoundException("a.b.Client"));
        assertThat(CacheFailure.thrown(cache, error)).hasMessage(name + ": java.lang.NoClassDefFoundError: a/b/Client");
    }

    @Test
    void anInterruptIsNotLost() {
        assertThat(CacheFailure.thrown(cache, new InterruptedException("stopped")))
                .hasMessage(name + ": stopped");
        assertThat(Thread.interrupted()).isTrue();
    }
}
