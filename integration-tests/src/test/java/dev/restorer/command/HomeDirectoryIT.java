package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The home directory, in which credentials for registries are looked for. */
class HomeDirectoryIT {

    @TempDir
    Path directory;

    @BeforeEach
    void writeJdk() throws IOException {
        ScriptedJdk.in(directory);
        Files.writeString(directory.resolve("bin/java"), "#!/bin/sh\necho \"${HOME-none}\"\n");
    }

    private List<String> home(String environment, String arguments) {
        Finished run = Processes.run(List.of(
                "sh",
                "-c",
                "env " + environment + " JAVA_HOME=\"$1\" RESTORER_JAVA_OPTS=-Xshare:off \"$0\" " + arguments,
                Checkout.command(),
                directory.toString()));
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        return run.out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-u HOME", "HOME="})
    void isThatOfTheUserWhereNoVariableNamesIt(String environment) {
        assertThat(home(environment, "restore --cache-image=registry.example/cache"))
                .containsExactly(System.getProperty("user.home"));
    }

    @Test
    void isThatOfTheVariable() {
        assertThat(home("HOME=/elsewhere", "restore --cache-image=registry.example/cache"))
                .containsExactly("/elsewhere");
    }

    @Test
    void isNotLookedForWhereNoImageIsRead() {
        assertThat(home("-u HOME", "stores")).containsExactly("none");
    }

    /** The script of Maven ends without a home directory. */
    @ParameterizedTest
    @ValueSource(strings = {"-u HOME", "HOME="})
    void isThatOfTheUserForABuildToo(String environment) {
        Finished run = Processes.run(
                List.of("sh", "-c", """
                cd "$1" && mkdir checkout && cp -r "${0%/*}" checkout && cd checkout && mkdir restorer-cli
                printf '#!/bin/sh\necho "home: ${HOME-none}"\nexit 1\n' >mvnw && chmod +x mvnw
                env ENVIRONMENT JAVA_HOME="$1" bin/restorer stores
                """.replace("ENVIRONMENT", environment), Checkout.command(), directory.toString()));
        assertThat(run.err()).contains("home: " + System.getProperty("user.home"));
    }
}
