package dev.restorer;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageReferenceException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.ImageSourceProvider;
import dev.restorer.vendors.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The opened sources of several providers. */
final class OpenedImageSources implements ImageSource {

    private final List<Opened> sources = new ArrayList<>();

    private record Opened(ImageSourceProvider provider, ImageSource source) {}

    private OpenedImageSources() {}

    /** Opens the sources of all providers, since the files that they read may not be readable later. */
    static ImageSource of(
            Providers<ImageSourceProvider> kind,
            List<ImageSourceProvider> providers,
            ImageSourceConfiguration configuration) {
        OpenedImageSources opened = new OpenedImageSources();
        try {
            for (ImageSourceProvider provider : providers) {
                ImageSource source = kind.opened(provider, provider.id(), each -> each.open(configuration));
                opened.sources.add(new Opened(provider, source));
            }
            return opened;
        } catch (RuntimeException | Error e) {
            FirstFailure failure = new FirstFailure();
            failure.add(e);
            opened.closeAll(failure);
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
        for (Opened opened : sources) {
            ImageSourceProvider provider = opened.provider();
            if (Vendor.ofImages(provider).call("a boolean", () -> provider.supports(reference))) {
                return opened.source();
            }
        }
        List<String> ids =
                sources.stream().map(opened -> opened.provider().id()).toList();
        throw new ImageReferenceException(
                reference, 0, "no source of images supports it", "Available are " + String.join(", ", ids));
    }

    @Override
    public void close() {
        FirstFailure failure = new FirstFailure();
        closeAll(failure);
        failure.throwIfAny();
    }

    /** Closes each source, also after one that fails. */
    private void closeAll(FirstFailure failure) {
        for (Opened opened : sources) {
            ImageSource source = opened.source();
            failure.attempt(() -> Vendor.ofImages(source).call("nothing", () -> {
                source.close();
                return source;
            }));
        }
    }
}
