package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.MetadataReadException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The process is terminated while an image is read. */
class TerminatedTest {

    private final Run run = new Run();

    /** Terminates the process while it reads the image "last", and closes the source, as the restore does. */
    private void terminateAt(String last) {
        run.images = configuration -> new ImageSource() {
            @Override
            public Optional<Image> image(String reference) {
                if (!reference.equals(last)) {
                    return run.registry.open(configuration).image(reference);
                }
                run.shutdown.ended(); // in this test, the process ends in the thread that reads
                run.shutdown.begin();
                throw new ImageReadException("r.example", reference, "the image source was closed", "Try again later");
            }

            @Override
            public void close() {}
        };
    }

    private void assertOneErrorThatItWasCancelled(String... arguments) {
        assertThat(run.with(arguments)).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly(
                        "ERROR: The restore into l was cancelled. Run it again before a build uses this directory.");
        assertThat(run.restorer.restored()).isEmpty();
    }

    @Test
    void aFailureToReadAnImageIsReportedAsTheCancellation() {
        terminateAt("cache");
        assertOneErrorThatItWasCancelled("restore", "--layers=l", "--cache-image=cache");
    }

    @Test
    void anImageThatIsReadAfterwardsIsReportedAsTheCancellation() {
        run.registry.add("app", Map.of());
        run.baseImages = (request, images) -> {
            run.shutdown.ended();
            run.shutdown.begin();
            assertThat(images.image("run")).isEmpty();
        };
        assertOneErrorThatItWasCancelled("restore", "--layers=l", "--build-image=b");
    }

    @Test
    void aFailureToReadTheConfigOfAnImageIsReportedAsTheCancellation() {
        run.baseImages = (request, images) -> {
            run.shutdown.ended();
            run.shutdown.begin();
            throw new MetadataReadException("The config of the image b", "the source was closed", "Try again later");
        };
        assertOneErrorThatItWasCancelled("restore", "--layers=l", "--build-image=b");
    }

    @Test
    void withoutTerminationTheFailureItselfIsReported() {
        run.registry.fail("cache", new ImageReadException("r.example", "cache", "it is down", "Start it"));
        assertThat(run.with("restore", "--cache-image=cache")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly("ERROR: The image cache cannot be read from r.example: it is down." + " Start it.");
    }
}
