package dev.restorer.core.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.files.Leftover;
import dev.restorer.fixtures.CapturedLog;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersDirectoryLogTest {

    @ParameterizedTest
    @CsvSource({"0, ''", "1, ' and 1 other'", "2, ' and 2 others'"})
    void ofSeveralEntriesThatCannotBeRemovedTheFirstIsNamedAndTheOthersAreCounted(int others, String counted) {
        try (CapturedLog log = new CapturedLog()) {
            Path path = Path.of("/layers/a");
            new LayersDirectoryLog().notRemoved(new Leftover(path, new AccessDeniedException("/layers/a/b"), others));
            assertThat(log.lines())
                    .containsExactly("WARN Leaving /layers/a behind, because \"/layers/a/b\"" + counted
                            + " cannot be removed: permission is denied. Remove it as a user who may.");
        }
    }
}
