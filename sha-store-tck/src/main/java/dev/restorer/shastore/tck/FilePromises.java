package dev.restorer.shastore.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.api.LayerId;
import dev.restorer.spi.FileShaStore;
import dev.restorer.spi.ShaStoreException;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The part of the contract about a {@link FileShaStore}. Other stores have nothing to keep of it. */
abstract class FilePromises extends UsePromises {

    private static final int MAX_BYTES = 255;

    FilePromises() {}

    private static Optional<FileShaStore> files(TestedStore store) {
        return store.store() instanceof FileShaStore files ? Optional.of(files) : Optional.empty();
    }

    @Test
    @DisplayName("Files of layers have safe names, and are refused for ids and names that a put refuses")
    void filesHaveSafeNamesOrAreRefused() throws Exception {
        TestedStore store = open();
        files(store)
                .ifPresent(files -> Samples.layers().forEach(layer -> {
                    if (accepts(layer)) {
                        assertSafe(store, files, layer);
                    } else {
                        assertRefused(store, files, layer);
                    }
                }));
    }

    private static void assertSafe(TestedStore store, FileShaStore files, LayerId layer) {
        assertThat(files.files(layer.buildpackId(), Map.of(layer.layer(), "sha256:1")))
                .as(store.what("files", layer.buildpackId(), layer.layer()))
                .isNotEmpty()
                .allSatisfy((name, content) -> assertThat(name)
                        .isNotEmpty()
                        .isNotIn(".", "..")
                        .doesNotContain("/", File.separator)
                        .doesNotEndWith(".toml")
                        .matches(FilePromises::isShort, "is not longer than " + MAX_BYTES + " bytes")
                        .matches(FilePromises::isText, "has no control character or unpaired surrogate"));
    }

    private static boolean isShort(String name) {
        return name.getBytes(UTF_8).length <= MAX_BYTES;
    }

    private static boolean isText(String name) {
        return name.chars().noneMatch(Character::isISOControl) && !Surrogates.areIn(name);
    }

    private static void assertRefused(TestedStore store, FileShaStore files, LayerId layer) {
        assertThatExceptionOfType(ShaStoreException.class)
                .as(store.what("files", layer.buildpackId(), layer.layer()))
                .isThrownBy(() -> files.files(layer.buildpackId(), Map.of(layer.layer(), "sha256:1")));
        if (layer.layer().equals("modules")) { // then it is refused for the id
            assertThatExceptionOfType(ShaStoreException.class)
                    .as(store.what("keepsIn", layer.buildpackId(), layer.layer()))
                    .isThrownBy(() -> files.keepsIn(Path.of("directory"), layer.buildpackId()));
        }
    }

    @Test
    @DisplayName("A directory that has nothing to do with the store is not one in which it keeps diff ids")
    void nothingIsKeptElsewhere() throws Exception {
        TestedStore store = open();
        files(store)
                .ifPresent(files -> assertThat(files.keepsIn(Path.of("/", newBuild()), BUILDPACK))
                        .as(store.what("keepsIn", BUILDPACK, "modules"))
                        .isFalse());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = FileCall.class,
            names = {"KEEPS_IN", "FILES"})
    @DisplayName("Use of files after close throws an IllegalStateException")
    void filesAfterCloseFail(FileCall call) throws Exception {
        TestedStore store = open();
        store.close();
        files(store)
                .ifPresent(files -> assertThatExceptionOfType(IllegalStateException.class)
                        .as(store.what(call + " after close", BUILDPACK, "modules"))
                        .isThrownBy(() -> call.on(files)));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = FileCall.class,
            mode = Mode.EXCLUDE,
            names = {"KEEPS_IN", "FILES"})
    @DisplayName("A null argument of a method about files throws a NullPointerException")
    void filesOfNullFail(FileCall call) throws Exception {
        TestedStore store = open();
        files(store)
                .ifPresent(files -> assertThatExceptionOfType(NullPointerException.class)
                        .as(store.what(call + " null", BUILDPACK, "modules"))
                        .isThrownBy(() -> call.on(files)));
    }
}
