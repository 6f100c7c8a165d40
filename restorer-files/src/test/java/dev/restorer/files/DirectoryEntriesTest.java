package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class DirectoryEntriesTest {

    /** A message for people has no name of a class. */
    @Test
    void aFailureToReadTheDirectoryIsThatOfTheSystemItself() throws IOException {
        IOException failure = new IOException("Input/output error");
        try (DirectoryStream<Path> entries = new FailingStream(failure)) {
            assertThatThrownBy(() -> DirectoryEntries.forEach(entries, entry -> {}))
                    .isSameAs(failure);
        }
    }

    private record FailingStream(IOException failure) implements DirectoryStream<Path> {

        @Override
        public Iterator<Path> iterator() {
            throw new DirectoryIteratorException(failure);
        }

        @Override
        public void close() {}
    }
}
