package dev.restorer;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageReferenceException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.ImageSourceProvider;
import dev.restorer.vendors.Vendor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The opened sources of several providers. */
final class OpenedImageSources implements ImageSource {

    private final Map<ImageSourceProvider, ImageSource> sources = new LinkedHashMap<>();

    private OpenedImageSources() {}

    /** Opens the sources of all providers, since the files that they read may not be readable later. */
    static ImageSource of(
            Providers<ImageSourceProvider> kind,
            List<ImageSourceProvider> providers,
            ImageSourceConfiguration configuration) {
        OpenedImageSources opened = new OpenedImageSources();
        try {
            for (ImageSourceProvider provider : providers) {
                opened.sources.put(provider, kind.opened(provider, provider.id(), each -> each.open(configuration)));
            }
            return opened;
        } catch (RuntimeException | Error e) {
            opened.closeAll().forEach(e::addSuppressed);
            throw e;
        }
    }

    @Override
    public Optional<Image> image(String reference) {
        ImageSource source = supporting(reference);
        return Vendor.ofImages(source)
                .call("an image", () -> source.image(reference))
                .map(VendorImage::new);
    }

    @Override
    public String repository(String reference) {
        ImageSource source = supporting(reference);
        return Vendor.ofImages(source).call("a repository", () -> source.repository(reference));
    }

    private ImageSource supporting(String reference) {
        for (Map.Entry<ImageSourceProvider, ImageSource> source : sources.entrySet()) {
            ImageSourceProvider provider = source.getKey();
            if (Vendor.ofImages(provider).call("a boolean", () -> provider.supports(reference))) {
                return source.getValue();
            }
        }
        List<String> ids =
                sources.keySet().stream().map(ImageSourceProvider::id).toList();
        throw new ImageReferenceException(
                reference, 0, "no source of images supports it", "Available are " + String.join(", ", ids));
    }

    @Override
    public void close() {
        List<Throwable> failures = closeAll();
        if (!failures.isEmpty()) {
            Throwable first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            if (first instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) first;
        }
    }

    /** Closes each source, also after one that fails, and returns the failures. */
    private List<Throwable> closeAll() {
        List<Throwable> failures = new ArrayList<>();
        for (ImageSource source : sources.values()) {
            try {
                source.close();
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        }
        return failures;
    }
}
