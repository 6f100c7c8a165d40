package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FileProblemTest {

    @Test
    void whatHappenedIsSaidWithoutThePath() {
        assertThat(FileProblem.describe(new IOException("connection reset"))).isEqualTo("connection reset");
        assertThat(FileProblem.describe(new AccessDeniedException("/a"))).isEqualTo("permission is denied");
    }

    @Test
    void anExceptionWithoutAMessageIsNamedByItsClass() {
        assertThat(FileProblem.describe(new EOFException())).isEqualTo("EOFException");
    }
}
