package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FileProblemTest {

    @Test
    void theInnermostCauseIsToldInItsWords() {
        Exception wrapped = new IllegalStateException("outer", new IOException("connection reset"));
        assertThat(FileProblem.innermost(wrapped)).isEqualTo("connection reset");
        assertThat(FileProblem.innermost(new IllegalStateException(new AccessDeniedException("/a"))))
                .isEqualTo("permission is denied");
        assertThat(FileProblem.innermost(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void exceptionsThatAreTheCausesOfEachOtherEndTheSearch() {
        Exception one = new IllegalStateException("one");
        Exception two = new IllegalStateException("two", one);
        one.initCause(two);
        assertThat(FileProblem.innermost(one)).isIn("one", "two");
    }
}
