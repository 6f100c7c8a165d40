package dev.restorer;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Finds the providers of SHA stores, and checks that their ids and schemes are unique. */
final class ShaStoreProviders {

    private static final Providers<ShaStoreProvider> PROVIDERS =
            new Providers<>(ShaStoreProvider.class, "SHA store", "SHA stores", ShaStoreProviders::use);

    private ShaStoreProviders() {}

    static Providers.Found<ShaStoreProvider> find(ClassLoader classLoader) {
        return PROVIDERS.find(classLoader);
    }

    static ShaStore opened(ShaStoreProvider provider, ShaStoreConfiguration configuration) {
        return PROVIDERS.opened(provider, provider.id(), each -> each.open(configuration));
    }

    private static void use(ShaStoreProvider provider) {
        Objects.requireNonNull(provider.id(), "its id is null");
        Objects.requireNonNull(provider.schemes(), "its schemes are null");
        Objects.requireNonNull(provider.usage(), "its usage is null");
    }

    static List<ShaStoreProvider> checked(List<ShaStoreProvider> providers) {
        Map<String, ShaStoreProvider> byId = new TreeMap<>();
        Map<String, ShaStoreProvider> byScheme = new HashMap<>();
        for (ShaStoreProvider provider : providers) {
            PROVIDERS.requireWorking(provider);
            PROVIDERS.requireValid(provider, "id", provider.id());
            PROVIDERS.requireFirst(provider, byId.put(provider.id(), provider), "id", provider.id());
            for (String scheme : provider.schemes()) {
                PROVIDERS.requireValid(provider, "scheme", scheme);
                PROVIDERS.requireFirst(provider, byScheme.put(scheme, provider), "scheme", scheme);
            }
        }
        return List.copyOf(byId.values());
    }
}
