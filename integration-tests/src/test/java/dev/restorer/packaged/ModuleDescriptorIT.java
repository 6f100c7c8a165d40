package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The module descriptors are part of the interface on the module path, so a change of one has to be made here too. */
class ModuleDescriptorIT {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "restorer-api",
                "restorer-files",
                "restorer-core",
                "restorer-images",
                "sha-store-memory",
                "sha-store-files",
                "sha-store-redis",
                "sha-store-tck",
                "restorer-cli"
            })
    void isTheOneThatWasAgreedOn(String artifact) throws IOException, URISyntaxException {
        Path golden = Path.of(Objects.requireNonNull(getClass().getResource("/modules/" + artifact + ".txt"), artifact)
                .toURI());
        assertThat(describe(Jars.jar(artifact)).lines().toList()).isEqualTo(Files.readAllLines(golden));
    }

    private static String describe(Path jar) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exitCode = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(writer, writer, "--describe-module", "--file", jar.toString());
        assertThat(exitCode).as("exit code of jar: %s", output).isZero();
        return withoutVersionAndPath(output.toString());
    }

    /** The first line has the name of the module, and behind it its version and where the jar lies. */
    private static String withoutVersionAndPath(String description) {
        return description.replaceFirst("(@\\S+)? jar:file:.*", "");
    }
}
