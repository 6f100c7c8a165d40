package dev.restorer.cli.table;

import dev.restorer.api.Quoted;
import dev.restorer.cli.images.ImageName;
import dev.restorer.cli.images.UsedImages;
import dev.restorer.spi.Image;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints the images that a plan is based on. */
public final class ImageLines {

    private ImageLines() {}

    /**
     * Prints a line for each image, and an empty line behind them; nothing if there is none.
     *
     * @param images the images
     * @param to receives the lines
     */
    public static void print(UsedImages images, Consumer<String> to) {
        print("Previous image: ", images.previous(), to);
        print("Cache image: ", images.cache(), to);
        if (images.previous() != null || images.cache() != null) {
            to.accept("");
        }
    }

    private static void print(String title, @Nullable Image image, Consumer<String> to) {
        if (image != null) {
            to.accept(title + Quoted.escape(ImageName.of(image)));
        }
    }
}
