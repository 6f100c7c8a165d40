package dev.restorer.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SourceFileTest {

    private final SourceFile source = new SourceFile("group.toml", "Provide another one", MetadataLimits.defaults());

    @Test
    void theRemedyForDeniedPermissionIsPermission() {
        assertThat(source.unreadable(new AccessDeniedException("group.toml")))
                .hasMessage("group.toml cannot be read: permission is denied."
                        + " Let this user read it, and search the directories above it.");
    }

    @Test
    void theRemedyForALimitIsToRaiseIt() {
        SourceFile limited = new SourceFile("group.toml", "Provide another one", new MetadataLimits(10));
        assertThatThrownBy(() -> limited.requireLimit(11))
                .hasMessage("group.toml cannot be read: it is larger than the limit of 10 bytes. If this document is"
                        + " meant, raise the limit: MetadataLimits, or --max-metadata-bytes of the command.");
    }

    @Test
    void theRemedyForADocumentThatNoLimitAllowsIsThatOfTheSource() {
        assertThatThrownBy(() -> source.requireLimit(Long.MAX_VALUE)).hasMessageEndingWith(". Provide another one.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileOfTheSystemThatHasNoSizeAndNoEndDoesNotUseUpTheMemory() {
        Path endless = Path.of("/proc/self/pagemap");
        assumeThat(endless).isReadable();
        SourceFile limited = new SourceFile("analyzed.toml", "Provide another one", new MetadataLimits(8_000));
        assertThatThrownBy(() -> limited.read(endless, toml -> toml.length))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining("Invalid argument"); // it can only be read in units of 8 bytes
    }

    @Test
    void aDocumentForWhichTheMemoryIsTooSmallIsUnusable() {
        assertThatThrownBy(() -> source.parse(new byte[0], toml -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOf(UnusableMetadataException.class)
                .hasMessageContaining("it is larger than the memory of the JVM (-Xmx)")
                .hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aDocumentForWhichTheStackIsTooSmallIsUnusable() {
        assertThatThrownBy(() -> source.parse(new byte[0], toml -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(UnusableMetadataException.class)
                .hasMessageContaining("it has more levels than the stack of a thread has room for (-Xss)");
    }

    @Test
    void theRemedyForAnotherFailureIsThatOfTheSource() {
        assertThat(source.unreadable(new FileSystemException("group.toml", null, "Input/output error")))
                .hasMessage("group.toml cannot be read: Input/output error. Provide another one.");
    }
}
