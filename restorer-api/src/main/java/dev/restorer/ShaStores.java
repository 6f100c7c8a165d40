package dev.restorer;

import dev.restorer.api.ApiVersion;
import dev.restorer.api.Owner;
import dev.restorer.api.ProviderException;
import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.spi.ShaStoreProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SHA stores that can be opened: those that {@link java.util.ServiceLoader} finds, or those that are passed in.
 *
 * <p>Immutable, and safe for use by many threads at once.
 *
 * @since 0.1
 */
public final class ShaStores {

    /** The stores of this project, each of which is an artifact. */
    private static final Set<String> ARTIFACTS = Set.of("memory", "files", "redis");

    private final List<ShaStoreProvider> providers;
    private final List<ProviderException> broken;

    private ShaStores(List<ShaStoreProvider> providers, List<ProviderException> broken) {
        this.providers = ShaStoreProviders.checked(providers);
        this.broken = List.copyOf(broken);
    }

    /**
     * Finds the providers on the module path and the class path.
     *
     * @return the stores that were found. A provider that does not work is reported by {@link #broken()}, and does not
     *     keep the others from being found
     * @throws ProviderException if two providers have the same id or scheme, or an id or scheme is not valid
     */
    public static ShaStores load() {
        Providers.Found<ShaStoreProvider> found = ShaStoreProviders.find(ClassLoaders.forProviders());
        return new ShaStores(found.working(), found.broken());
    }

    /**
     * Uses the given providers and searches for no others.
     *
     * @param providers the providers
     * @return the stores of these providers
     * @throws ProviderException if two providers have the same id or scheme, an id or scheme is not valid, or a
     *     provider does not work
     */
    public static ShaStores of(ShaStoreProvider... providers) {
        return new ShaStores(List.of(providers), List.of());
    }

    /**
     * Finds the providers and opens a store.
     *
     * @param uri which store, such as {@code memory:} or {@code files:/a/directory}
     * @param layersDirectory the layers directory of the restore
     * @return the store, to be closed by the caller
     * @throws ProviderException as {@link #load()} and {@link #openStore} do
     * @throws ShaStoreException if the store cannot be opened
     */
    public static ShaStore open(String uri, Path layersDirectory) {
        return load().openStore(uri, layersDirectory);
    }

    /**
     * Returns the store that the lifecycle uses for a Platform API: files below 0.7, otherwise memory.
     *
     * @param platformApi the Platform API as the platform specifies it
     * @return the URI of the store
     */
    public static String defaultUri(String platformApi) {
        return ApiVersion.parse(platformApi).map(v -> v.atLeast(0, 7)).orElse(true) ? "memory:" : "files:";
    }

    /**
     * Returns the providers.
     *
     * @return the providers, by id
     */
    public List<ShaStoreProvider> providers() {
        return providers;
    }

    /**
     * Returns why providers that were found do not work.
     *
     * @return one exception for each such provider
     */
    public List<ProviderException> broken() {
        return broken;
    }

    /**
     * Opens a store of the provider that has the scheme.
     *
     * @param uri which store, such as {@code memory:} or {@code files:/a/directory}
     * @param layersDirectory the layers directory of the restore
     * @return the store, to be closed by the caller
     * @throws ProviderException if no provider has the scheme, and the message lists the available ones; if something
     *     that the provider needs is missing; or if it returns null, or throws an exception that is not a
     *     {@link dev.restorer.api.RestorerException}
     * @throws ShaStoreException if the store cannot be opened
     */
    public ShaStore openStore(String uri, Path layersDirectory) {
        return openStore(uri, layersDirectory, null);
    }

    /**
     * Opens a store of the provider that has the scheme.
     *
     * @param uri which store, such as {@code memory:} or {@code files:/a/directory}
     * @param layersDirectory the layers directory of the restore
     * @param owner the owner of the request, or null for the user of this process
     * @return the store, to be closed by the caller
     * @throws ProviderException if no provider has the scheme, and the message lists the available ones; if something
     *     that the provider needs is missing; or if it returns null, or throws an exception that is not a
     *     {@link dev.restorer.api.RestorerException}
     * @throws ShaStoreException if the store cannot be opened
     */
    public ShaStore openStore(String uri, Path layersDirectory, @Nullable Owner owner) {
        Objects.requireNonNull(layersDirectory, "layersDirectory");
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? uri : uri.substring(0, colon);
        for (ShaStoreProvider provider : providers) {
            if (provider.schemes().contains(scheme)) {
                String rest = colon < 0 ? "" : uri.substring(colon + 1);
                ShaStoreConfiguration configuration = new ShaStoreConfiguration(scheme, rest, layersDirectory, owner);
                return ShaStoreProviders.opened(provider, configuration);
            }
        }
        throw unknown(scheme);
    }

    private ProviderException unknown(String scheme) {
        List<String> ids = providers.stream().map(ShaStoreProvider::id).toList();
        String found = providers.isEmpty()
                ? "No SHA store was found"
                : "Available are "
                        + providers.stream().map(ShaStoreProvider::usage).collect(Collectors.joining("; "));
        String failed = Providers.notWorking(broken);
        return new ProviderException(
                "No SHA store opens " + Quoted.quote(scheme + ":"), found + failed + artifact(scheme), ids);
    }

    /** Returns a sentence with the artifact that opens a scheme; empty if it is none of this project. */
    private static String artifact(String scheme) {
        String kind = scheme.replaceFirst("^rediss?(-.*)?$", "redis");
        return ARTIFACTS.contains(kind)
                ? ". Put the artifact sha-store-" + kind + ", with what it needs, on the module path or class path"
                : "";
    }
}
