package dev.restorer.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessUserTest {

    @TempDir
    Path directory;

    private Path status(String text) throws IOException {
        return Files.writeString(directory.resolve("status"), text);
    }

    @Test
    void theEffectiveIdsAreUsed() throws IOException {
        Path status = status("Name:\tjava\nUid:\t1\t2\t3\t4\nGid:\t5\t6\t7\t8\nGroups:\t9\n");
        assertThat(ProcessUser.read(status)).contains(new Owner(2, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Uid:\t1\t2\t3\t4\n",
                "Uid:\t1\nGid:\t1\n",
                "Uid:\t1\t4294967294\nGid:\t5\t6\n",
                "Uid:\t1\tx\nGid:\t5\t6\n"
            })
    void missingIdsAreNotGuessed(String text) throws IOException {
        assertThat(ProcessUser.read(status(text))).isEmpty();
    }

    @Test
    void withoutTheFileThereAreNoIds() {
        assertThat(ProcessUser.read(directory.resolve("status"))).isEmpty();
    }

    @Test
    void theIdsAreThoseOfNewFiles() throws IOException {
        Path file = status("");
        assertThat(ProcessUser.find()).contains(new Owner((Integer) Files.getAttribute(file, "unix:uid"), (Integer)
                Files.getAttribute(file, "unix:gid")));
    }
}
