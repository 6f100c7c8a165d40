package dev.restorer;

import dev.restorer.api.ProviderException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.ImageSourceProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The sources of images that can be opened: those that {@link java.util.ServiceLoader} finds, or those that are passed
 * in.
 *
 * <p>Immutable, and safe for use by many threads at once.
 *
 * @since 0.1
 */
public final class ImageSources {

    private static final Providers<ImageSourceProvider> PROVIDERS = new Providers<>(
            ImageSourceProvider.class,
            "source of images",
            "sources of images",
            provider -> Objects.requireNonNull(provider.id(), "its id is null"));

    private final List<ImageSourceProvider> providers;
    private final List<ProviderException> broken;

    private ImageSources(List<ImageSourceProvider> providers, List<ProviderException> broken) {
        this.providers = checked(providers);
        this.broken = List.copyOf(broken);
    }

    private static List<ImageSourceProvider> checked(List<ImageSourceProvider> providers) {
        Map<String, ImageSourceProvider> byId = new TreeMap<>();
        for (ImageSourceProvider provider : providers) {
            PROVIDERS.requireWorking(provider);
            PROVIDERS.requireValid(provider, "id", provider.id());
            PROVIDERS.requireFirst(provider, byId.put(provider.id(), provider), "id", provider.id());
        }
        return List.copyOf(byId.values());
    }

    /**
     * Finds the providers on the module path and the class path.
     *
     * @return the sources that were found. A provider that does not work is reported by {@link #broken()}, and does not
     *     keep the others from being found
     * @throws ProviderException if two providers have the same id, or an id is not valid
     */
    public static ImageSources load() {
        Providers.Found<ImageSourceProvider> found = PROVIDERS.find(ClassLoaders.forProviders());
        return new ImageSources(found.working(), found.broken());
    }

    /**
     * Uses the given providers and searches for no others.
     *
     * @param providers the providers
     * @return the sources of these providers
     * @throws ProviderException if two providers have the same id, an id is not valid, or a provider does not work
     */
    public static ImageSources of(ImageSourceProvider... providers) {
        return new ImageSources(List.of(providers), List.of());
    }

    /**
     * Finds the providers and opens their sources.
     *
     * @param configuration where and how to look
     * @return the source, to be closed by the caller
     * @throws ProviderException as {@link #load()} and {@link #openSource} do
     */
    public static ImageSource open(ImageSourceConfiguration configuration) {
        return load().openSource(configuration);
    }

    /**
     * Returns the providers.
     *
     * @return the providers, by id
     */
    public List<ImageSourceProvider> providers() {
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
     * Opens a source that gives each reference to the first provider, by id, that supports it.
     *
     * @param configuration where and how to look
     * @return the source, to be closed by the caller. A reference that no provider supports is a
     *     {@link dev.restorer.spi.ImageReferenceException}, and what a provider or a source returns or throws against
     *     its interface a {@link ProviderException}
     * @throws ProviderException if there is no provider, something that one needs is missing, or one returns null, or
     *     throws an exception that is not a {@link dev.restorer.api.RestorerException}
     */
    public ImageSource openSource(ImageSourceConfiguration configuration) {
        Objects.requireNonNull(configuration, "configuration");
        if (providers.isEmpty()) {
            throw none();
        }
        return OpenedImageSources.of(PROVIDERS, providers, configuration);
    }

    private ProviderException none() {
        return new ProviderException(
                "No source of images was found" + Providers.notWorking(broken),
                "Put the artifact restorer-images, with what it needs, on the module path or class path",
                List.of());
    }
}
