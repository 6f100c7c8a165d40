package dev.restorer.core.baseimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.ImageSources;
import dev.restorer.api.ProviderException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.ImageSourceProvider;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of another vendor, each of which has one method that breaks a promise of the interface. */
class CheckedImageTest {

    private static final String DIGEST = "sha256:" + "a".repeat(64);

    /** What the methods return or throw. */
    private final Map<String, @Nullable Object> values = new HashMap<>(Map.of(
            "reference",
            "r.example/run:1",
            "digest",
            DIGEST,
            "digestReference",
            "r.example/run@" + DIGEST,
            "platform",
            ImagePlatform.linux("amd64"),
            "labels",
            Map.of("a", "b")));

    private final InvocationHandler methods = (proxy, method, arguments) -> {
        Object value = values.get(method.getName());
        if (value instanceof RuntimeException failure) {
            throw failure;
        }
        return value;
    };
    private final Image image =
            (Image) Proxy.newProxyInstance(Image.class.getClassLoader(), new Class<?>[] {Image.class}, methods);
    private final String name = image.getClass().getName();

    @Test
    void theValuesAreThoseOfTheImage() {
        assertThat(CheckedImage.of(image))
                .isEqualTo(new CheckedImage(
                        image,
                        "r.example/run:1",
                        DIGEST,
                        "r.example/run@" + DIGEST,
                        ImagePlatform.linux("amd64"),
                        Map.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource({
        "reference, a reference",
        "digest, a digest",
        "digestReference, a reference by digest",
        "platform, a platform",
        "labels, labels"
    })
    void nullIsAnErrorThatNamesTheClassOfTheImage(String method, String value) {
        values.put(method, null);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> CheckedImage.of(image))
                .withMessage(name + " returned null instead of " + value
                        + ". Report it to the developers of that image source, or use another one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "digest", "digestReference", "platform", "labels"})
    void whatAMethodThrowsIsAnErrorThatNamesTheClassOfTheImage(String method) {
        RuntimeException defect = new UnsupportedOperationException("a defect");
        values.put(method, defect);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> CheckedImage.of(image))
                .withMessageStartingWith(name + " threw java.lang.UnsupportedOperationException: a defect. ")
                .withCause(defect)
                .satisfies(e -> assertThat(e.providers()).containsExactly(name));
    }

    @Test
    void aReferenceByDigestHasTheDigestOfTheImage() {
        values.put("digestReference", "r.example/run:1");
        assertThatThrownBy(() -> CheckedImage.of(image))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(name + " returned an invalid reference by digest: \"r.example/run:1\". ");
    }

    @Test
    void theClassOfAnImageIsNamedAlsoIfImageSourcesOpenedItsSource() {
        values.put("digest", "no digest");
        try (ImageSource source = ImageSources.of(new Provider(image))
                .openSource(ImageSourceConfiguration.builder().build())) {
            Image found = source.image("a").orElseThrow();
            assertThatThrownBy(() -> CheckedImage.of(found))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageStartingWith(name + " returned an invalid digest: \"no digest\". ");
        }
    }

    private static final class Provider implements ImageSourceProvider, ImageSource {
        private final Image image;

        Provider(Image image) {
            this.image = image;
        }

        @Override
        public String id() {
            return "one";
        }

        @Override
        public boolean supports(String reference) {
            return true;
        }

        @Override
        public ImageSource open(ImageSourceConfiguration configuration) {
            return this;
        }

        @Override
        public Optional<Image> image(String reference) {
            return Optional.of(image);
        }

        @Override
        public void close() {}
    }

    @Test
    void aDigestHasAsManyDigitsAsItsAlgorithmGives() {
        String sha512 = "sha512:" + "a".repeat(128);
        values.put("digest", sha512);
        values.put("digestReference", "r.example/run@" + sha512);
        assertThat(CheckedImage.of(image).digest()).isEqualTo(sha512);
        values.put("digest", "sha256:" + "a".repeat(128));
        assertThatThrownBy(() -> CheckedImage.of(image))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(" returned an invalid digest: ");
    }

    @Test
    void aLabelWithoutATextIsAnError() {
        values.put("labels", Collections.singletonMap("a", null));
        assertThatThrownBy(() -> CheckedImage.of(image))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(name + " returned null instead of the text of a label. ");
    }

    @Test
    void noDocumentsAreAnErrorToo() throws IOException {
        CheckedImage checked = CheckedImage.of(image);
        assertThatThrownBy(checked::documents)
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(name + " returned null instead of documents. ");
    }
}
