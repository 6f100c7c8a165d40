package com.example.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class RestoreTaskTest {

    @Autowired
    private RestoreTask task;

    @Test
    void theMetadataOfALaunchLayerIsRestored(@TempDir Path directory) throws IOException {
        Path layers = directory.resolve("layers");
        Path group = Files.writeString(
                directory.resolve("group.toml"), "[[group]]\nid = \"example/node\"\nversion = \"1\"\napi = \"0.10\"\n");
        Path label = Files.writeString(
                directory.resolve("label.json"),
                "{\"buildpacks\":[{\"key\":\"example/node\",\"layers\":"
                        + "{\"modules\":{\"sha\":\"sha256:1\",\"launch\":true,\"data\":{\"big\":9223372036854775807}}}}]}");
        assertThat(task.restore(layers, group, label, directory.resolve("no-cache")))
                .contains("\"RESTORED_FROM_APP_IMAGE\"");
        assertThat(layers.resolve("example_node/modules.toml")).content().contains("big = 9223372036854775807");
    }
}
