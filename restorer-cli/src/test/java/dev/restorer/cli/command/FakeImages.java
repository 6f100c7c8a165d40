package dev.restorer.cli.command;

import dev.restorer.cli.images.TestImage;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.ImageSourceProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images by reference, whose sources note how they were opened and what was found. */
final class FakeImages implements ImageSourceProvider {

    final List<ImageSourceConfiguration> opened = new ArrayList<>();
    final List<String> calls = new ArrayList<>();

    private final Map<String, Image> images = new HashMap<>();
    private final Map<String, ImageException> failures = new HashMap<>();

    void add(String reference, Map<String, String> labels) {
        images.put(reference, new TestImage("r.example/" + reference, "sha256:0123456789abcdef", labels));
    }

    void fail(String reference, ImageException failure) {
        failures.put(reference, failure);
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public boolean supports(String reference) {
        return true;
    }

    @Override
    public ImageSource open(ImageSourceConfiguration configuration) {
        opened.add(configuration);
        return new ImageSource() {
            @Override
            public Optional<Image> image(String reference) {
                calls.add(reference + (configuration.layoutDirectory() == null ? "" : " in a layout"));
                if (failures.containsKey(reference)) {
                    throw failures.get(reference);
                }
                return Optional.ofNullable(images.get(reference));
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };
    }
}
