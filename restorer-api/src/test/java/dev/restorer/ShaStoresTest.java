package dev.restorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ProviderException;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;
import dev.restorer.testing.RecordingShaStore;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShaStoresTest {

    private static final Path LAYERS = Path.of("/layers");

    /** Opens a recording store and remembers how it was asked. */
    private static class Provider implements ShaStoreProvider {
        private final String id;
        private final Set<String> schemes;
        private @Nullable ShaStoreConfiguration opened;

        Provider(String id, String... schemes) {
            this.id = id;
            this.schemes = schemes.length == 0 ? Set.of(id) : Set.of(schemes);
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Set<String> schemes() {
            return schemes;
        }

        @Override
        public ShaStore open(ShaStoreConfiguration configuration) {
            opened = configuration;
            return new RecordingShaStore();
        }
    }

    private static final class OtherProvider extends Provider {
        OtherProvider(String id, String... schemes) {
            super(id, schemes);
        }
    }

    @Test
    void aStoreIsOpenedByItsScheme() {
        Provider one = new Provider("one");
        Provider two = new Provider("two", "two", "two+tls");
        ShaStores.of(one, two).openStore("two+tls://host:1/x?a=b:c", LAYERS);
        assertThat(one.opened).isNull();
        assertThat(two.opened).isEqualTo(new ShaStoreConfiguration("two+tls", "//host:1/x?a=b:c", LAYERS));
    }

    @Test
    void aSchemeNeedsNoColon() {
        Provider one = new Provider("one");
        ShaStores.of(one).openStore("one", LAYERS);
        assertThat(one.opened).isEqualTo(new ShaStoreConfiguration("one", "", LAYERS));
    }

    @Test
    void anUnknownSchemeIsAnErrorThatListsThoseFound() {
        ShaStores stores = ShaStores.of(new Provider("one"), new Provider("two"));
        assertThatThrownBy(() -> stores.openStore("three:x", LAYERS))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.providers()).containsExactly("one", "two"))
                .hasMessage("No SHA store opens \"three:\". Available are one:; two:.");
        assertThatThrownBy(() -> ShaStores.of().openStore("three:", LAYERS))
                .hasMessageContaining("No SHA store was found");
    }

    @Test
    void aProviderThatLacksAClassIsAnErrorThatNamesIt() {
        ShaStores stores = ShaStores.of(new Provider("one") {
            @Override
            public ShaStore open(ShaStoreConfiguration configuration) {
                throw new NoClassDefFoundError("org/example/Client");
            }
        });
        assertThatThrownBy(() -> stores.openStore("one:", LAYERS))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.providers()).containsExactly("one"))
                .hasMessageContaining("The SHA store one cannot be opened")
                .hasMessageContaining("the class org.example.Client is missing");
    }

    @Test
    void aProviderThatThrowsIsAnErrorThatNamesIt() {
        Provider failing = new Provider("one") {
            @Override
            public ShaStore open(ShaStoreConfiguration configuration) {
                throw new IllegalArgumentException("a defect");
            }
        };
        assertThatThrownBy(() -> ShaStores.of(failing).openStore("one:", LAYERS))
                .isInstanceOf(ProviderException.class)
                .hasMessage(failing.getClass().getName() + " threw java.lang.IllegalArgumentException: a defect."
                        + " Report it to the developers of that SHA store, or use another one.");
    }

    @Test
    @SuppressWarnings("NullAway") // as in a provider in another language
    void aProviderThatReturnsNullIsAnErrorThatNamesIt() {
        Provider failing = new Provider("one") {
            @Override
            public ShaStore open(ShaStoreConfiguration configuration) {
                return null;
            }
        };
        assertThatThrownBy(() -> ShaStores.of(failing).openStore("one:", LAYERS))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(failing.getClass().getName() + " returned null instead of a SHA store. ");
    }

    @Test
    @SuppressWarnings("NullAway") // as in a provider in another language
    void aProviderThatDoesNotWorkIsAnErrorThatNamesIt() {
        Provider without = new Provider("one") {
            @Override
            public Set<String> schemes() {
                return null;
            }
        };
        Provider failing = new Provider("two") {
            @Override
            public String usage() {
                throw new IllegalStateException("a defect");
            }
        };
        assertThatThrownBy(() -> ShaStores.of(without))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(
                        "A SHA store cannot be loaded: " + without.getClass().getName() + ": ")
                .hasMessageContaining("its schemes are null");
        assertThatThrownBy(() -> ShaStores.of(failing))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("A SHA store cannot be loaded: "
                        + failing.getClass().getName() + ": java.lang.IllegalStateException: a defect. ");
    }

    @Test
    void twoProvidersOfOneIdAreAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> ShaStores.of(new Provider("one"), new OtherProvider("one", "other")))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("the id one")
                .hasMessageContaining(Provider.class.getName())
                .hasMessageContaining(OtherProvider.class.getName());
    }

    @Test
    void twoProvidersOfOneSchemeAreAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> ShaStores.of(new Provider("one", "x"), new OtherProvider("two", "x")))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("the scheme x")
                .hasMessageContaining(Provider.class.getName())
                .hasMessageContaining(OtherProvider.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Upper", "a b", "1a", "a:", "é"})
    void anIdThatIsNoneIsAnErrorThatNamesTheProvider(String id) {
        assertThatThrownBy(() -> ShaStores.of(new Provider(id)))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("The provider " + Provider.class.getName()
                        + " of SHA stores has the invalid id \"" + id + "\". Use lower-case letters");
    }

    @Test
    void aSchemeThatIsNoneIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> ShaStores.of(new Provider("one", "a\nb")))
                .hasMessageContaining(" has the invalid scheme \"a\\nb\". ");
    }

    @Test
    void providersAreInTheOrderOfTheirIds() {
        assertThat(ShaStores.of(new Provider("b"), new Provider("a")).providers())
                .extracting(ShaStoreProvider::id)
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"memory, memory", "files:/d, files", "redis://h, redis", "rediss-cluster://h, redis"})
    void theArtifactOfAStoreThatIsMissingIsNamed(String uri, String artifact) {
        assertThatThrownBy(() -> ShaStores.of(new Provider("one")).openStore(uri, LAYERS))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(
                        "Put the artifact sha-store-" + artifact + ", with what it needs, on the module path")
                .hasMessageContaining("Available are ");
    }

    @Test
    void forAnotherStoreNoArtifactIsNamed() {
        assertThatThrownBy(() -> ShaStores.of(new Provider("one")).openStore("redisx:", LAYERS))
                .isInstanceOf(ProviderException.class)
                .hasMessageNotContaining("artifact");
    }

    @Test
    void below07TheLifecycleUsesFiles() {
        assertThat(ShaStores.defaultUri("0.3")).isEqualTo("files:");
        assertThat(ShaStores.defaultUri("0.6")).isEqualTo("files:");
        assertThat(ShaStores.defaultUri("0.7")).isEqualTo("memory:");
        assertThat(ShaStores.defaultUri("0.15")).isEqualTo("memory:");
    }

    @Test
    void aConfigurationDoesNotShowWhatMayHoldAPassword() {
        assertThat(new ShaStoreConfiguration("redis", "//user:secret@host", LAYERS).toString())
                .doesNotContain("secret");
    }

    @Test
    void withoutAnEngineThereIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(LayerRestorer::load)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("No engine provides dev.restorer.LayerRestorer")
                .hasMessageContaining("Put restorer-core");
        assertThatThrownBy(MetadataReader::load).isInstanceOf(ProviderException.class);
        assertThat(ShaStores.load().providers()).isEmpty();
    }
}
