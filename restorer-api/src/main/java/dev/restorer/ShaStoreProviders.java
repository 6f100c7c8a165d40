package dev.restorer;

import dev.restorer.api.ProviderException;
import dev.restorer.spi.ShaStoreProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the providers of SHA stores, and checks that their ids and schemes are unique. */
final class ShaStoreProviders {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9+.-]*");

    /**
     * ServiceLoader may report the same malformed service file again and again: the search ends after so many failures.
     */
    private static final int MAX_BROKEN = 100;

    private ShaStoreProviders() {}

    record Found(List<ShaStoreProvider> providers, List<ProviderException> broken) {}

    static Found find(ClassLoader classLoader) {
        List<ShaStoreProvider> providers = new ArrayList<>();
        List<ProviderException> broken = new ArrayList<>();
        Iterator<ShaStoreProvider> search =
                ServiceLoader.load(ShaStoreProvider.class, classLoader).iterator();
        boolean more = true;
        while (more && broken.size() < MAX_BROKEN) {
            try {
                more = search.hasNext();
                if (more) {
                    ShaStoreProvider provider = search.next();
                    failureOf(provider).ifPresentOrElse(broken::add, () -> providers.add(provider));
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                broken.add(broken(String.valueOf(e.getMessage()), e));
            }
        }
        return new Found(providers, broken);
    }

    /** Calls the methods that are called later, so that a provider that throws is recognized here. */
    @SuppressWarnings("CatchingUnchecked") // whatever one provider throws, the others must be found
    private static Optional<ProviderException> failureOf(ShaStoreProvider provider) {
        try {
            Objects.requireNonNull(provider.id(), "its id is null");
            Objects.requireNonNull(provider.schemes(), "its schemes are null");
            Objects.requireNonNull(provider.usage(), "its usage is null");
            return Optional.empty();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            return Optional.of(broken(provider.getClass().getName() + ": " + e, e));
        }
    }

    private static ProviderException broken(String which, Throwable cause) {
        return new ProviderException(
                "A SHA store cannot be loaded: " + which,
                "Correct it or remove it from the module path or class path",
                List.of(which),
                cause);
    }

    static List<ShaStoreProvider> checked(List<ShaStoreProvider> providers) {
        Map<String, ShaStoreProvider> byId = new TreeMap<>();
        Map<String, ShaStoreProvider> byScheme = new HashMap<>();
        for (ShaStoreProvider provider : providers) {
            requireValid(provider, provider.id());
            requireFirst(provider, byId.put(provider.id(), provider), "id", provider.id());
            for (String scheme : provider.schemes()) {
                requireValid(provider, scheme);
                requireFirst(provider, byScheme.put(scheme, provider), "scheme", scheme);
            }
        }
        return List.copyOf(byId.values());
    }

    private static void requireValid(ShaStoreProvider provider, @Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            String name = provider.getClass().getName();
            throw new ProviderException(
                    "SHA store provider " + name + " has the invalid id or scheme '" + id + "'",
                    "Use lower-case letters, digits, '+', '-' and '.', starting with a letter",
                    List.of(name));
        }
    }

    private static void requireFirst(
            ShaStoreProvider provider, @Nullable ShaStoreProvider earlier, String what, String value) {
        if (earlier != null) {
            String one = earlier.getClass().getName();
            String two = provider.getClass().getName();
            throw new ProviderException(
                    "Two SHA stores have the " + what + " " + value + ": " + one + " and " + two,
                    "Remove one of them from the module path or class path",
                    List.of(one, two));
        }
    }
}
