package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.Owner;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.MissingImageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseImageFlagsTest {

    private final Run run = new Run();

    @BeforeEach
    void haveExtensions() {
        run.reader.hasExtensions = true;
    }

    private BaseImageRequest requested(String... more) {
        List<String> arguments = new ArrayList<>(List.of("restore"));
        arguments.addAll(List.of(more));
        assertThat(run.with(arguments.toArray(String[]::new))).isZero();
        assertThat(run.baseImageRequests).hasSize(1);
        return run.baseImageRequests.get(0);
    }

    @Test
    void withoutABuildImageAndExtensionsNothingIsRecorded() {
        run.reader.hasExtensions = false;
        assertThat(run.with("restore", "-daemon", "-run=r.toml")).isZero();
        assertThat(run.baseImageRequests).isEmpty();
        assertThat(requested("-build-image=b").extensions()).isFalse();
    }

    @Test
    void withoutFlagsThereAreDefaults() {
        BaseImageRequest request = requested();
        assertThat(request.extensions()).isTrue();
        assertThat(request.buildImage()).isNull();
        assertThat(request.daemon()).isFalse();
        assertThat(request.runToml()).isEqualTo(Path.of("/cnb/run.toml"));
        assertThat(request.kanikoDirectory()).isEqualTo(Path.of("/kaniko"));
        assertThat(request.analyzed()).isEqualTo(Path.of("/layers/analyzed.toml"));
    }

    @Test
    void flagsAreTheRequest() {
        BaseImageRequest request = requested(
                "-build-image=b",
                "-run=r.toml",
                "-kaniko-dir=k",
                "-daemon",
                "-analyzed=a.toml",
                "-generated=g",
                "--platform-api=0.14",
                "--max-metadata-bytes=7",
                "-uid=1",
                "-gid=2");
        assertThat(request.extensions()).isTrue();
        assertThat(request.buildImage()).isEqualTo("b");
        assertThat(request.runToml()).isEqualTo(Path.of("r.toml"));
        assertThat(request.kanikoDirectory()).isEqualTo(Path.of("k"));
        assertThat(request.daemon()).isTrue();
        assertThat(request.analyzed()).isEqualTo(Path.of("a.toml"));
        assertThat(request.platformApi()).isEqualTo("0.14");
        assertThat(request.limits().bytes()).isEqualTo(7);
        assertThat(request.owner()).isEqualTo(new Owner(1, 2));
    }

    @Test
    void variablesAreUsedWithoutFlags() {
        run.variables.put("CNB_BUILD_IMAGE", "b");
        run.variables.put("CNB_RUN_PATH", "r.toml");
        run.variables.put("CNB_USE_DAEMON", "true");
        BaseImageRequest request = requested();
        assertThat(request.buildImage()).isEqualTo("b");
        assertThat(request.runToml()).isEqualTo(Path.of("r.toml"));
        assertThat(request.daemon()).isTrue();
    }

    @Test
    void flagsComeBeforeVariables() {
        run.variables.put("CNB_BUILD_IMAGE", "b");
        run.variables.put("CNB_RUN_PATH", "r.toml");
        run.variables.put("CNB_USE_DAEMON", "true");
        BaseImageRequest request = requested("-build-image=", "-run=", "-daemon=false");
        assertThat(request.buildImage()).isNull();
        assertThat(request.runToml()).isEqualTo(Path.of("/cnb/run.toml"));
        assertThat(request.daemon()).isFalse();
    }

    /** The rules decide from which Platform API on a flag has an effect. */
    @Test
    void theRequestHasFlagsThatArePartOfALaterPlatformApi() {
        BaseImageRequest request = requested("--platform-api=0.11", "-daemon", "-run=r.toml");
        assertThat(request.platformApi()).isEqualTo("0.11");
        assertThat(request.daemon()).isTrue();
        assertThat(request.runToml()).isEqualTo(Path.of("r.toml"));
    }

    @Test
    void theyAreRecordedBeforeTheRestore() {
        run.baseImages = (request, images) -> {
            throw new MissingImageException("r.example/run", "run image", "Push it");
        };
        assertThat(run.with("restore")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly("ERROR: The run image r.example/run is not found: there is no such image,"
                        + " or it requires credentials and none are found. Push it.");
        assertThat(run.restorer.restored()).isEmpty();
    }

    @Test
    void theyAreNotRecordedWhereOnlyContentsAreRestored() {
        assertThat(run.with("restore", "--contents-only", "--sha-store=fake:x", "-build-image=b"))
                .isZero();
        assertThat(run.baseImageRequests).isEmpty();
    }

    @Test
    void withALayoutTheyAreReadFromItsDirectory() {
        run.baseImages = (request, images) -> assertThat(images.image("run")).isEmpty();
        assertThat(requested("--layout", "--layout-dir=/l").layout()).isTrue();
        assertThat(run.registry.calls).containsExactly("run in a layout", "close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore", "explain"})
    void aLayoutWithoutADirectoryIsAnInvalidArgumentBeforeAnImageIsRead(String subcommand) {
        assertThat(run.with(subcommand, "--layout", "--cache-image=cache")).isEqualTo(3);
        assertThat(run.errors()).singleElement().asString().contains("--layout-dir (CNB_LAYOUT_DIR) is missing");
        assertThat(run.registry.opened).isEmpty();
    }

    @Test
    void aLayoutDirectoryThatDoesNotExistIsAWarning() {
        run.baseImages = (request, images) -> assertThat(images.image("run")).isEmpty();
        assertThat(requested("--layout", "--layout-dir=/none/of").layout()).isTrue();
        assertThat(run.err())
                .contains("Warning: The layout directory /none/of does not exist, so no image is found in it."
                        + " Name the one that has the images with --layout-dir (CNB_LAYOUT_DIR).");
    }

    @Test
    void anExplanationRecordsNothing() {
        assertThat(run.with("explain", "-build-image=b")).isZero();
        assertThat(run.baseImageRequests).isEmpty();
    }

    @Test
    void theSourceIsOpenedForTheFirstImageAndClosed() {
        List<String> calls = new ArrayList<>();
        run.images = configuration -> {
            calls.add("open");
            return new ImageSource() {
                @Override
                public Optional<Image> image(String reference) {
                    calls.add(reference);
                    return Optional.empty();
                }

                @Override
                public void close() {
                    calls.add("close");
                }
            };
        };
        run.baseImages = (request, images) -> {
            calls.add("record");
            assertThat(images.image("a")).isEmpty();
            assertThat(images.image("b")).isEmpty();
        };
        requested();
        assertThat(calls).containsExactly("record", "open", "a", "b", "close");
    }

    @Test
    void anImageThatCannotBeReadIsOneLine() {
        run.images = configuration -> {
            throw new ImageReadException("r.example", "r.example/run", "it does not answer", "Start it");
        };
        run.baseImages = (request, images) -> images.image("r.example/run");
        assertThat(run.with("restore")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly("ERROR: The image r.example/run cannot be read from r.example: it does not answer."
                        + " Start it.");
    }
}
