package dev.restorer.core.baseimages;

import dev.restorer.api.ProviderException;
import dev.restorer.api.RestorerException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageDocuments;
import dev.restorer.spi.ImageSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls an image source and its images, which may be of another vendor: what they return is checked, and what they throw
 * names their class.
 *
 * <p>An {@link IllegalStateException} is thrown as it is: {@link ImageSource#image} has it for a source that is closed,
 * which is the doing of whoever closed it, such as a process that is terminated, and not a defect of the source. A
 * {@link java.util.concurrent.CancellationException} is one.
 *
 * @param source the source
 */
record ImageSourceCalls(ImageSource source) {

    private static final String REMEDY = "Report it to the developers of that image source, or use another one";

    Optional<Image> image(String reference) {
        return notNull(source, "image", call(() -> source.image(reference)));
    }

    String repository(String reference) {
        return notNull(source, "repository", call(() -> source.repository(reference)));
    }

    private <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (RestorerException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw thrown(source, e);
        }
    }

    static ImageDocuments documents(Image image) throws IOException {
        try {
            return notNull(image, "documents", image.documents());
        } catch (RestorerException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw thrown(image, e);
        }
    }

    private static <T> T notNull(Object vendor, String what, @Nullable T returned) {
        if (returned == null) {
            throw invalid(vendor, what, "null");
        }
        return returned;
    }

    /** Returns the exception for an invalid value. */
    static ProviderException invalid(Object vendor, String what, String value) {
        String name = vendor.getClass().getName();
        return new ProviderException(name + " returned an invalid " + what + ": " + value, REMEDY, List.of(name));
    }

    private static ProviderException thrown(Object vendor, RuntimeException e) {
        String name = vendor.getClass().getName();
        return new ProviderException(name + " threw " + e, REMEDY, List.of(name), e);
    }
}
