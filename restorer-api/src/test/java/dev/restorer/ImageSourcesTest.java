package dev.restorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ProviderException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageReferenceException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.ImageSourceProvider;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImageSourcesTest {

    private static final ImageSourceConfiguration CONFIGURATION =
            ImageSourceConfiguration.builder().build();

    private final List<String> calls = new ArrayList<>();

    /** Supports references that start with its id, and notes what its source is asked. */
    private class Provider implements ImageSourceProvider {
        private final String id;
        private final @Nullable RuntimeException atClose;

        Provider(String id) {
            this(id, null);
        }

        /** Creates a provider whose source throws something when it is closed. */
        Provider(String id, @Nullable RuntimeException atClose) {
            this.id = id;
            this.atClose = atClose;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public boolean supports(String reference) {
            return reference.startsWith(id);
        }

        @Override
        public ImageSource open(ImageSourceConfiguration configuration) {
            assertThat(configuration).isSameAs(CONFIGURATION);
            return new ImageSource() {
                @Override
                public Optional<Image> image(String reference) {
                    calls.add(id + " finds " + reference);
                    return Optional.empty();
                }

                @Override
                public String repository(String reference) {
                    return id + " repository";
                }

                @Override
                public void close() {
                    calls.add(id + " closes");
                    if (atClose != null) {
                        throw atClose;
                    }
                }
            };
        }
    }

    private final class OtherProvider extends Provider {
        OtherProvider(String id) {
            super(id);
        }
    }

    private final class ThrowingProvider extends Provider {
        ThrowingProvider(String id) {
            super(id);
        }

        @Override
        public ImageSource open(ImageSourceConfiguration configuration) {
            throw new IllegalStateException("thrown");
        }
    }

    @Test
    void allSourcesAreClosedIfSomeOfThemFailTo() {
        ImageSource source = ImageSources.of(
                        new Provider("a", new IllegalStateException("a is not closed")),
                        new Provider("b"),
                        new Provider("c", new IllegalStateException("c is not closed")))
                .openSource(CONFIGURATION);
        assertThatThrownBy(source::close)
                .hasMessage("a is not closed")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .hasToString("java.lang.IllegalStateException: c is not closed"));
        assertThat(calls).containsExactly("a closes", "b closes", "c closes");
    }

    @Test
    void sourcesThatFailToCloseWithTheSameExceptionThrowIt() {
        IllegalStateException same = new IllegalStateException("the library is shut down");
        ImageSource source = ImageSources.of(new Provider("a", same), new Provider("b", same))
                .openSource(CONFIGURATION);
        assertThatThrownBy(source::close).isSameAs(same).hasNoSuppressedExceptions();
    }

    @Test
    void aSourceThatThrowsAnotherExceptionWhenItIsClosedIsNamed() {
        ImageSource source = ImageSources.of(new Provider("a", new ArithmeticException("wrong")), new Provider("b"))
                .openSource(CONFIGURATION);
        assertThatThrownBy(source::close)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(" threw java.lang.ArithmeticException: wrong. ");
        assertThat(calls).containsExactly("a closes", "b closes");
    }

    @Test
    void aSourceThatFailsToCloseDoesNotHideWhyAnotherWasNotOpened() {
        ImageSources sources = ImageSources.of(
                new Provider("a", new IllegalStateException("a is not closed")), new ThrowingProvider("b"));
        assertThatThrownBy(() -> sources.openSource(CONFIGURATION))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(
                        ThrowingProvider.class.getName() + " threw java.lang.IllegalStateException: thrown. ")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void aReferenceGoesToTheProviderThatSupportsIt() {
        try (ImageSource source =
                ImageSources.of(new Provider("b"), new Provider("a")).openSource(CONFIGURATION)) {
            assertThat(source.image("b:1")).isEmpty();
            assertThat(source.repository("a:1")).isEqualTo("a repository");
        }
        assertThat(calls).containsExactly("b finds b:1", "a closes", "b closes");
    }

    @Test
    void aReferenceThatNoProviderSupportsIsAnErrorThatListsThem() {
        try (ImageSource source =
                ImageSources.of(new Provider("b"), new Provider("a")).openSource(CONFIGURATION)) {
            assertThatThrownBy(() -> source.image("c:1"))
                    .isInstanceOf(ImageReferenceException.class)
                    .hasMessageContaining("\"c:1\"")
                    .hasMessageContaining("Available are a, b.");
        }
    }

    @Test
    void whatWasOpenedIsClosedIfAnotherProviderFails() {
        ImageSources sources = ImageSources.of(new Provider("a"), new ThrowingProvider("b"));
        assertThatThrownBy(() -> sources.openSource(CONFIGURATION))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(
                        ThrowingProvider.class.getName() + " threw java.lang.IllegalStateException: thrown. ");
        assertThat(calls).containsExactly("a closes");
    }

    @Test
    void aProviderThatLacksAClassIsAnErrorThatNamesIt() {
        ImageSources sources = ImageSources.of(new Provider("a"), new Provider("b") {
            @Override
            public ImageSource open(ImageSourceConfiguration configuration) {
                throw new NoClassDefFoundError("org/example/Http");
            }
        });
        assertThatThrownBy(() -> sources.openSource(CONFIGURATION))
                .isInstanceOf(ProviderException.class)
                .hasMessage("The source of images b cannot be opened: the class org.example.Http is missing."
                        + " Put its artifact, with what it needs, on the module path or class path.");
        assertThat(calls).containsExactly("a closes");
    }

    /** Has a source that returns nothing but null, as one in another language may. */
    private static class NullProvider implements ImageSourceProvider {

        @Override
        public String id() {
            return "null";
        }

        @Override
        public boolean supports(String reference) {
            return true;
        }

        @Override
        @SuppressWarnings("NullAway")
        public ImageSource open(ImageSourceConfiguration configuration) {
            return new ImageSource() {
                @Override
                public Optional<Image> image(String reference) {
                    return null;
                }

                @Override
                public String repository(String reference) {
                    return null;
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void aSourceThatReturnsNullIsAnErrorThatNamesIt() {
        try (ImageSource source = ImageSources.of(new NullProvider()).openSource(CONFIGURATION)) {
            String name = NullProvider.class.getName() + "$1";
            assertThatThrownBy(() -> source.image("a"))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageStartingWith(name + " returned null instead of an image. ");
            assertThatThrownBy(() -> source.repository("a"))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageStartingWith(name + " returned null instead of a repository. ");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // as in an image in another language
    void anImageThatReturnsNullOrThrowsIsAnErrorThatNamesIt() {
        Image broken = (Image) Proxy.newProxyInstance(
                Image.class.getClassLoader(), new Class<?>[] {Image.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("digest")) {
                        throw new IllegalArgumentException("a defect");
                    }
                    return null;
                });
        ImageSourceProvider provider = new NullProvider() {
            @Override
            public ImageSource open(ImageSourceConfiguration configuration) {
                return new OneImage(broken);
            }
        };
        try (ImageSource source = ImageSources.of(provider).openSource(CONFIGURATION)) {
            Image image = source.image("a").orElseThrow();
            String name = broken.getClass().getName();
            assertThatThrownBy(image::digest)
                    .isInstanceOf(ProviderException.class)
                    .hasMessageStartingWith(name + " threw java.lang.IllegalArgumentException: a defect. ");
            assertThat(Stream.<ThrowingCallable>of(
                            image::reference,
                            image::digestReference,
                            image::platform,
                            image::labels,
                            image::diffIds,
                            image::documents,
                            () -> image.layerSize("sha256:a"),
                            () -> image.layer("sha256:a")))
                    .allSatisfy(call -> assertThatThrownBy(call)
                            .isInstanceOf(ProviderException.class)
                            .hasMessageStartingWith(name + " returned null instead of "));
        }
    }

    private record OneImage(Image image) implements ImageSource {

        @Override
        public Optional<Image> image(String reference) {
            return Optional.of(image);
        }

        @Override
        public String repository(String reference) {
            return reference;
        }

        @Override
        public void close() {}
    }

    @Test
    void aProviderNeedNotHaveAHashCode() {
        ImageSourceProvider provider = new Provider("a") {
            @Override
            public int hashCode() {
                throw new IllegalArgumentException("a defect");
            }

            @Override
            public boolean equals(Object other) {
                return this == other;
            }
        };
        try (ImageSource source = ImageSources.of(provider).openSource(CONFIGURATION)) {
            assertThat(source.repository("a:1")).isEqualTo("a repository");
        }
    }

    @Test
    void aProviderThatReturnsNullOrThrowsIsAnErrorThatNamesIt() {
        ImageSourceProvider withoutSource = new NullProvider() {
            @Override
            @SuppressWarnings("NullAway")
            public ImageSource open(ImageSourceConfiguration configuration) {
                return null;
            }
        };
        ImageSourceProvider failing = new NullProvider() {
            @Override
            public boolean supports(String reference) {
                throw new IllegalArgumentException("a defect");
            }
        };
        assertThatThrownBy(() -> ImageSources.of(withoutSource).openSource(CONFIGURATION))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(
                        withoutSource.getClass().getName() + " returned null instead of a source of images. ");
        try (ImageSource source = ImageSources.of(failing).openSource(CONFIGURATION)) {
            assertThatThrownBy(() -> source.image("a"))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageStartingWith(failing.getClass().getName() + " threw ");
        }
    }

    @Test
    void twoProvidersOfOneIdAreAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> ImageSources.of(new Provider("one"), new OtherProvider("one")))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("Two sources of images have the id one")
                .hasMessageContaining(Provider.class.getName())
                .hasMessageContaining(OtherProvider.class.getName());
    }

    @Test
    void anIdThatIsNotValidIsAnErrorThatNamesTheProvider() {
        assertThatThrownBy(() -> ImageSources.of(new Provider("Upper")))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("The provider " + Provider.class.getName()
                        + " of sources of images has the invalid id \"Upper\". ");
    }

    @Test
    void withoutAProviderTheRemedyNamesTheArtifact() {
        assertThat(ImageSources.load().providers()).isEmpty();
        assertThatThrownBy(() -> ImageSources.open(CONFIGURATION))
                .isInstanceOf(ProviderException.class)
                .hasMessage("No source of images was found."
                        + " Put the artifact restorer-images, with what it needs, on the module path or class path.");
    }
}
