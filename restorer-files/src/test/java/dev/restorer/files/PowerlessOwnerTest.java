package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As a user who is not root. */
@Tag("long")
@OwnJvm(Start.ANOTHER_THAN_ROOT)
class PowerlessOwnerTest {

    private static int own(String id) throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:" + id);
    }

    @Test
    void theUserOfTheProcessHasNothingToGive() throws IOException {
        assertThat(FileOwner.of(own("uid"), own("gid"))).isEqualTo(FileOwner.process());
    }

    @Test
    void anotherUserOrGroupIsRefused() throws IOException {
        assertThatThrownBy(() -> FileOwner.of(own("uid") + 1, own("gid")))
                .isInstanceOf(OwnerException.class)
                .hasMessageContaining("only root can give files to " + (own("uid") + 1) + ":" + own("gid"));
        assertThatThrownBy(() -> FileOwner.of(own("uid"), own("gid") + 1)).isInstanceOf(OwnerException.class);
    }
}
