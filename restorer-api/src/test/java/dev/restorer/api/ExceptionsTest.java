package dev.restorer.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageReferenceException;
import dev.restorer.spi.MissingImageException;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExceptionsTest {

    private static final Path FILE = Path.of("layers", "bp", "x.toml");

    static Stream<RestorerException> exceptions() {
        IOException cause = new IOException("it is full");
        return Stream.of(
                new LayersDirectoryException(FILE, "cannot be written", "Make room", cause),
                new MetadataReadException("the label", "it is no JSON", "Correct it", cause),
                new ProviderException("It does not work", "Mend it", List.of("x.Y"), cause),
                new ShaStoreException("files", "it cannot be written", "Make room", cause),
                new ImageReadException("r.example", "r.example/a:1", "it does not answer", "Start it", cause),
                new UnwritableFileException(FILE, "it is full", "Make room", cause),
                new DamagedImageException("r.example/a:1", "its config is no JSON", "Push it again", cause),
                new UnwritableMetadataException("\"a/b:x\"", "metadata.a[1]", "is too large", cause),
                new UnwritableMetadataException("\"a/b:x\"", "metadata.a[1]", "is null"),
                new MissingImageException("r.example/a\n1", "run image", "Push it"),
                new ImageReferenceException("a\nb", 1, "stands a line feed", "Write a name"),
                UnknownApiException.platform("9.9\n9.9"),
                UnknownApiException.buildpack(new Buildpack("a\nb", "1", "\n")));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void theMessageIsOneLineThatEndsInTheRemedy(RestorerException exception) {
        assertThat(exception.getMessage()).doesNotContain("\n").endsWith(". " + exception.remedy() + ".");
    }

    @Test
    void theCauseIsKept() {
        assertThat(exceptions().limit(8)).allSatisfy(e -> assertThat(e).hasRootCauseMessage("it is full"));
    }

    @Test
    void eachCarriesWhatItIsAbout() {
        assertThat(new LayersDirectoryException(FILE, "is not a directory", "Remove it").path())
                .isEqualTo(FILE);
        assertThat(new UnwritableFileException(FILE, "it is full", "Make room", new IOException()).path())
                .isEqualTo(FILE);
        assertThat(new MissingImageException("r.example/a:1", "run image", "Push it").image())
                .isEqualTo("r.example/a:1");
        assertThat(new MetadataReadException("the label", "it is no JSON", "Correct it").source())
                .isEqualTo("the label");
        assertThat(new ProviderException("None", "Add one", List.of("x.Y")).providers())
                .containsExactly("x.Y");
        assertThat(new ShaStoreException("files", "it is full", "Make room").providerId())
                .isEqualTo("files");
        ImageReadException unread = new ImageReadException("r.example", "r.example/a:1", "it is down", "Start it");
        assertThat(unread.registry()).isEqualTo("r.example");
        assertThat(unread.image()).isEqualTo("r.example/a:1");
        assertThat(new ImageReferenceException("A", 0, "stands a capital", "Write a name").index())
                .isZero();
        UnwritableMetadataException unwritable = new UnwritableMetadataException("\"a:x\"", "metadata.a", "is null");
        assertThat(unwritable.owner()).isEqualTo("\"a:x\"");
        assertThat(unwritable.key()).isEqualTo("metadata.a");
    }

    @Test
    void anUnknownApiIsNamedWithItsBuildpackAndThoseKnown() {
        UnknownApiException platform = UnknownApiException.platform("0.99");
        assertThat(platform)
                .hasMessageStartingWith("Platform API \"0.99\" is not known. Known versions: 0.3, ")
                .hasMessageEndingWith(", 0.15.");
        assertThat(platform.buildpackId()).isNull();
        UnknownApiException buildpack = UnknownApiException.buildpack(new Buildpack("a/b", "1", "0.1"));
        assertThat(buildpack)
                .hasMessageStartingWith(
                        "Buildpack API \"0.1\" of buildpack \"a/b\" is not known. Known versions: 0.2, ")
                .hasMessageEndingWith(", 0.12.");
        assertThat(buildpack.version()).isEqualTo("0.1");
        assertThat(buildpack.buildpackId()).isEqualTo("a/b");
    }
}
