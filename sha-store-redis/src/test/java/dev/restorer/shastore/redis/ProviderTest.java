package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.ShaStores;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.spi.ShaStoreProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ProviderTest {

    @Test
    void itIsFoundByEachOfItsSchemes() {
        ShaStores stores = ShaStores.load();
        for (String scheme : new RedisShaStoreProvider().schemes()) {
            assertThatThrownBy(() -> stores.openStore(scheme + "://", Path.of("/layers")))
                    .as(scheme)
                    .isInstanceOf(ShaStoreException.class)
                    .hasMessageContaining("redis-cluster://");
        }
    }

    /** The command always has this module on its path, and loading the classes of Jedis would slow down its start. */
    @Test
    void noClassOfJedisIsLoadedBeforeAStoreIsOpened() throws Exception {
        URL[] withoutJedis = {location(RedisShaStoreProvider.class), location(ShaStoreProvider.class)};
        try (URLClassLoader loader = new URLClassLoader(withoutJedis, ClassLoader.getPlatformClassLoader())) {
            Class<?> service = loader.loadClass(ShaStoreProvider.class.getName());
            Object provider = ServiceLoader.load(service, loader).findFirst().orElseThrow();
            assertThat(service.getMethod("id").invoke(provider)).isEqualTo("redis");
            assertThat(service.getMethod("schemes").invoke(provider)).isEqualTo(new RedisShaStoreProvider().schemes());
            assertThat(service.getMethod("usage").invoke(provider)).isEqualTo(new RedisShaStoreProvider().usage());
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
