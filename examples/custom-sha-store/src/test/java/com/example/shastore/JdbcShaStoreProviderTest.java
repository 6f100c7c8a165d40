package com.example.shastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.ShaStores;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcShaStoreProviderTest {

    @TempDir
    Path directory;

    private ThrowableAssertAlternative<ShaStoreException> refuses(String uri) {
        return assertThatExceptionOfType(ShaStoreException.class)
                .isThrownBy(() -> ShaStores.open(uri, directory).close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "h2:", "h2:/a/file", "h2:/a/file?build=", "h2:?build=42", "h2:file?build=42"})
    void aFileAndABuildMustBeNamed(String uri) {
        refuses(uri).withMessageEndingWith("Write h2:/a/file?build=NAME.");
    }

    @Test
    void aFileNameBringsNoSettings() {
        refuses("h2:" + directory + "/shas;CIPHER=AES?build=42").withMessageEndingWith("Write h2:/a/file?build=NAME.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shas;PASSWORD=secret?build=42", "/absent/shas?build=42;PASSWORD=secret"})
    void noPasswordIsShown(String uri) {
        refuses("h2:" + directory + uri).withMessageNotContaining("secret");
    }

    @Test
    void noDirectoryIsMade() {
        refuses("h2:" + directory + "/absent/shas?build=42").withMessageContaining("is not in an existing directory");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theRootIsNoFile() {
        refuses("h2:/?build=42").withMessageContaining("is not in an existing directory");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("shas.mv.db"), "text");
        refuses("h2:" + directory + "/shas?build=42").withMessageContaining(file.toString());
        assertThat(file).hasContent("text");
    }
}
