package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ShaStores;
import dev.restorer.api.Buildpack;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.UnknownApiException;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {

    private final Run run = new Run();

    @Test
    void anUnknownPlatformApiExitsWith11BeforeAnythingIsRead() {
        run.restorer.failWith(UnknownApiException.platform("0.99"));
        assertThat(run.with("restore", "--platform-api", "0.99")).isEqualTo(11);
        assertThat(run.err()).singleElement().asString().startsWith("ERROR: Platform API \"0.99\" is not known. ");
        assertThat(run.reader.calls).isEmpty();
    }

    @Test
    void anUnknownBuildpackApiExitsWith12() {
        run.restorer.failWith(UnknownApiException.buildpack(new Buildpack("example/node", "1", "0.99")));
        assertThat(run.with("explain")).isEqualTo(12);
        assertThat(run.errors()).singleElement().asString().contains("\"0.99\"", "\"example/node\"");
    }

    @Test
    void aMissingGroupIsReportedWithItsFlag() {
        run.reader.failure = new MetadataReadException(
                "/g", "there is no such file or directory", "Mend it", new NoSuchFileException("/g"));
        assertThat(run.with("explain", "--group", "/g")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly(
                        "ERROR: /g cannot be read: there is no such file or directory."
                                + " Run the detector first, or name the group.toml that it wrote with --group (CNB_GROUP_PATH).");
    }

    @Test
    void whereTheDefaultLayersDirectoryIsDeniedAnotherCanBeNamed() {
        String denied = "ERROR: /layers cannot be written: permission is denied. Check its permissions";
        run.restorer.failWith(new LayersDirectoryException(
                Path.of("/layers"),
                "cannot be written: permission is denied",
                "Check its permissions",
                new AccessDeniedException("/layers")));
        assertThat(run.with("restore")).isEqualTo(42);
        assertThat(run.with("restore", "--layers=/layers")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly(denied + ", or name another with --layers (CNB_LAYERS_DIR).", denied + ".");
    }

    @Test
    void aPipeInThePlaceOfTheGroupIsNotOpenedUnlessItIsNamed(@TempDir Path layers) throws Exception {
        String pipe = layers.resolve("group.toml").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        assertThat(run.with("restore", "--layers", layers.toString())).isEqualTo(42);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .startsWith("ERROR: " + pipe + " cannot be read: it is not a regular file. Run the detector first");
        assertThat(run.reader.calls).isEmpty();
        assertThat(run.with("restore", "--layers", layers.toString(), "--group", pipe))
                .isZero();
        run.variables.put("CNB_GROUP_PATH", pipe);
        assertThat(run.with("explain", "--layers", layers.toString())).isZero();
    }

    @Test
    void anotherFailureExitsWith42AndOneLineWithoutAStackTrace() {
        run.reader.failure = new MetadataReadException("group\n.toml", "it is\tbroken", "Mend it");
        assertThat(run.with("restore", "--log-level", "debug")).isEqualTo(42);
        assertThat(run.errors()).containsExactly("ERROR: group\\n.toml cannot be read: it is\\tbroken. Mend it.");
        assertThat(run.err()).noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void aMissingStoreExitsWith42() {
        run.stores = ShaStores::of;
        assertThat(run.with("restore", "--sha-store", "other:")).isEqualTo(42);
        assertThat(run.errors()).singleElement().asString().contains("No SHA store opens \"other:\"");
    }

    @Test
    void anUnexpectedFailureExitsWith42AndOneLine() {
        run.reader.failure = new IllegalStateException("a\nb");
        assertThat(run.with("restore")).isEqualTo(42);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .startsWith("ERROR: unexpected java.lang.IllegalStateException: a\\nb. ");
        assertThat(run.err()).noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void anExhaustedHeapIsAnErrorWithTheOptionForMore() {
        run.reader.error = new OutOfMemoryError("Java heap space");
        assertThat(run.with("restore")).isEqualTo(42);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .startsWith("ERROR: The memory of the JVM is not enough: Java heap space. ")
                .contains("-Xmx");
    }

    @Test
    void anExhaustedStackIsAnErrorWithTheOptionForMore() {
        run.reader.error = new StackOverflowError();
        assertThat(run.with("restore")).isEqualTo(42);
        assertThat(run.errors()).singleElement().asString().contains("-Xss").doesNotContain("unexpected");
    }

    @Test
    void anErrorWithoutAMessageIsDescribedByItsCause() {
        run.reader.failure = new IllegalStateException(null, new IOException("Too many open files"));
        run.with("restore");
        assertThat(run.errors())
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR: unexpected java.lang.IllegalStateException: java.io.IOException: Too many open files. ");
    }

    @Test
    void atDebugAnUnexpectedFailureHasAStackTrace() {
        run.reader.failure = new IllegalStateException("a");
        run.with("restore", "--log-level", "debug");
        assertThat(run.err()).anyMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void theStoreIsClosedIfTheRestoreFails() {
        run.store.afterwards = () -> run.restorer.failWith(new ShaStoreException("fake", "it is full", "Make room"));
        assertThat(run.with("restore")).isEqualTo(42);
        assertThat(run.errors()).containsExactly("ERROR: SHA store fake: it is full. Make room.");
        assertThat(run.store.store.isClosed()).isTrue();
    }

    @Test
    void aCancelledRestoreExitsWith42AndOneLineWithARemedy() {
        run.restorer.failWith(new RestoreCancelledException(Path.of("l")));
        assertThat(run.with("explain")).isEqualTo(42);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .startsWith("ERROR: The restore into l was cancelled. Run it again");
    }

    @Test
    void aReportThatCannotBeWrittenIsNamedWithTheFlag() {
        assertThat(run.with("restore", "--report", "/nowhere/at/all/report.json"))
                .isEqualTo(42);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .contains("/nowhere/at/all/report.json", "its directory does not exist", "--report");
    }
}
