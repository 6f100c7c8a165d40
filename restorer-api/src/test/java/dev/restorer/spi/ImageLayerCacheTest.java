package dev.restorer.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.ProviderException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ImageLayerCacheTest {

    private static final CacheMetadata READ = new CacheMetadata(List.of(), "sha256:sbom");

    @Test
    void theMetadataIsThatOfTheLabel() {
        Map<String, String> labels = Map.of("io.buildpacks.lifecycle.cache.metadata", "{\"ü\":1}", "other", "{}");
        LayerCache cache = new ImageLayerCache(new OneLayer(labels), json -> {
            assertThat(json).isEqualTo("{\"ü\":1}".getBytes(UTF_8));
            return READ;
        });
        assertThat(cache.exists()).isTrue();
        assertThat(cache.metadata()).isSameAs(READ);
    }

    @Test
    void anImageWithoutTheLabelKnowsNothing() {
        LayerCache cache = new ImageLayerCache(new OneLayer(Map.of()), json -> READ);
        assertThat(cache.metadata()).isEqualTo(CacheMetadata.empty());
    }

    @Test
    void theContentsAreThoseOfTheLayer() throws IOException {
        LayerCache cache = new ImageLayerCache(new OneLayer(Map.of()), json -> READ);
        try (LayerContents contents = cache.contents("sha256:a").orElseThrow()) {
            assertThat(contents.stream()).hasBinaryContent(new byte[] {1, 2});
        }
        assertThat(cache.contents("sha256:b")).isEmpty();
    }

    @Test
    void theSizeIsThatOfTheLayer() {
        LayerCache cache = new ImageLayerCache(new OneLayer(Map.of()), json -> READ);
        assertThat(cache.size("sha256:a")).hasValue(2);
        assertThat(cache.size("sha256:b")).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // as in an image in another language
    void anImageThatReturnsNullOrThrowsIsAnErrorThatNamesItsClass() {
        Image broken = (Image) Proxy.newProxyInstance(
                Image.class.getClassLoader(), new Class<?>[] {Image.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("layer")) {
                        throw new IllegalArgumentException("a defect");
                    }
                    return null;
                });
        LayerCache cache = new ImageLayerCache(broken, json -> READ);
        String name = broken.getClass().getName();
        assertThatThrownBy(cache::metadata)
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(name + " returned null instead of labels. ");
        assertThatThrownBy(() -> cache.size("sha256:a"))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(name + " returned null instead of a size. ");
        assertThatThrownBy(() -> cache.contents("sha256:a"))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(name + " threw java.lang.IllegalArgumentException: a defect. ");
    }

    @Test
    void aFailureToReadALayerIsThrownAsItIs() {
        IOException failure = new IOException("reset");
        Image failing = (Image) Proxy.newProxyInstance(
                Image.class.getClassLoader(), new Class<?>[] {Image.class}, (proxy, method, arguments) -> {
                    throw failure;
                });
        LayerCache cache = new ImageLayerCache(failing, json -> READ);
        assertThatThrownBy(() -> cache.contents("sha256:a")).isSameAs(failure);
    }

    private record OneLayer(Map<String, String> labels) implements Image {

        @Override
        public String reference() {
            return "r.example/a:1";
        }

        @Override
        public String digest() {
            return "sha256:manifest";
        }

        @Override
        public String digestReference() {
            return "r.example/a@sha256:manifest";
        }

        @Override
        public ImageDocuments documents() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ImagePlatform platform() {
            return ImagePlatform.linux("amd64");
        }

        @Override
        public List<String> diffIds() {
            return List.of("sha256:a");
        }

        @Override
        public OptionalLong layerSize(String diffId) {
            return diffIds().contains(diffId) ? OptionalLong.of(2) : OptionalLong.empty();
        }

        @Override
        public Optional<LayerContents> layer(String diffId) {
            return diffIds().contains(diffId)
                    ? Optional.of(new LayerContents(new ByteArrayInputStream(new byte[] {1, 2}), 2))
                    : Optional.empty();
        }
    }
}
