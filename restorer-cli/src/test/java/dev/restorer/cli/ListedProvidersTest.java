package dev.restorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.BaseImageRecorder;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ReportFormat;
import dev.restorer.spi.ImageSourceProvider;
import dev.restorer.spi.ShaStoreProvider;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedProvidersTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                BaseImageRecorder.class,
                LayerRestorer.class,
                MetadataReader.class,
                ReportFormat.class,
                ShaStoreProvider.class
            })
    void theListHasAllProvidersOnTheClassPathOfTheCommand(Class<?> service) {
        assertThat(names(service, new ListedProviders()))
                .containsExactlyInAnyOrderElementsOf(names(service, ListedProviders.class.getClassLoader()))
                .isEqualTo(ListedProviders.PROVIDERS.get(service.getName()));
    }

    @Test
    void providersThatAreNotListedAreSearchedFor() {
        assertThat(names(ImageSourceProvider.class, new ListedProviders()))
                .containsExactly("dev.restorer.images.StoredImagesProvider");
    }

    private static List<String> names(Class<?> service, ClassLoader loader) {
        return ServiceLoader.load(service, loader).stream()
                .map(provider -> provider.type().getName())
                .toList();
    }
}
