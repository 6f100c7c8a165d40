package dev.restorer.cli.command;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source of images that is opened for the first image, since loading its classes takes longer than a small restore. */
final class LazyImages implements ImageSource {

    private final Supplier<ImageSource> opening;

    private @Nullable ImageSource opened;
    private boolean isClosed;

    LazyImages(Supplier<ImageSource> opening) {
        this.opening = opening;
    }

    @Override
    public Optional<Image> image(String reference) {
        return opened().image(reference);
    }

    private synchronized ImageSource opened() {
        if (isClosed) {
            throw new IllegalStateException("the source of images is closed");
        }
        if (opened == null) {
            opened = opening.get();
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (opened != null) {
            opened.close();
        }
    }
}
