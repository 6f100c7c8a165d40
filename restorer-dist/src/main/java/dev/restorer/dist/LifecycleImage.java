package dev.restorer.dist;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.fixtures.OciLayout;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes an OCI layout with one image, of one layer, whose command takes the place of the lifecycle's restorer.
 * (Platform specification, {@code /cnb/lifecycle/restorer})
 */
public final class LifecycleImage {

    private static final String DIRECTORY = "cnb/lifecycle";

    /** The lifecycle's restorer has no subcommands. */
    private static final String COMMAND = """
            #!/bin/sh
            # Restores layers with the flags of the lifecycle's restorer.
            exec "${0%/*}/restorer.d/bin/restorer" restore "$@"
            """;

    private LifecycleImage() {}

    /**
     * Writes the layout.
     *
     * @param args the directory of the command with its JVM, the directory of the layout, and the version
     * @throws IOException if something cannot be read
     */
    public static void main(String[] args) throws IOException {
        LayerTar layer = new LayerTar()
                .directory("cnb")
                .directory(DIRECTORY)
                .executable(DIRECTORY + "/restorer", COMMAND.getBytes(UTF_8))
                .tree(DIRECTORY + "/restorer.d", Path.of(args[0]));
        OciLayout layout = new OciLayout(Path.of(args[1]))
                .entrypoint("/" + DIRECTORY + "/restorer")
                .label("org.opencontainers.image.title", "restorer")
                .label("org.opencontainers.image.version", args[2]);
        layout.gzip(layer.bytes());
        layout.write(args[2]);
    }
}
