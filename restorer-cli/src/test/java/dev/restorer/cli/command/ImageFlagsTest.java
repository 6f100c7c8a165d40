package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFlagsTest {

    private final Run run = new Run();

    @BeforeEach
    void addImages() {
        run.registry.add("app", Map.of());
        run.registry.add("cache", Map.of());
    }

    private int restore(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "restore";
        all[1] = "--previous-image=app";
        System.arraycopy(more, 0, all, 2, more.length);
        return run.with(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-layout -layout-dir /l", "--layout=true --layout-dir=/l"})
    void withALayoutThePreviousImageIsReadFromItsDirectory(String flags) {
        assertThat(restore(flags.split(" "))).isZero();
        assertThat(run.registry.opened)
                .singleElement()
                .satisfies(opened -> assertThat(opened.layoutDirectory()).isEqualTo(Path.of("/l")));
    }

    @Test
    void variablesGiveTheLayoutToo() {
        run.variables.put("CNB_USE_LAYOUT", "true");
        run.variables.put("CNB_LAYOUT_DIR", "/l");
        assertThat(restore()).isZero();
        assertThat(run.registry.calls).contains("app in a layout");
    }

    @Test
    void withALayoutTheCacheImageIsStillReadFromItsRegistry() {
        assertThat(restore("--layout", "--layout-dir=/l", "--cache-image=cache"))
                .isZero();
        assertThat(run.registry.calls).containsExactly("app in a layout", "cache", "close", "close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--layout-dir=/l",
                "--layout=false --layout-dir=/l",
                "--layout --layout-dir=/l --platform-api=0.11"
            })
    void withoutALayoutItIsReadFromItsRegistry(String flags) {
        assertThat(restore(flags.split(" "))).isZero();
        assertThat(run.registry.calls).containsExactly("app", "close");
    }

    @Test
    void aLayoutWithoutADirectoryIsAnInvalidArgumentWhereAnImageIsReadFromIt() {
        assertThat(restore("--layout")).isEqualTo(3);
        assertThat(run.errors()).singleElement().asString().contains("--layout-dir (CNB_LAYOUT_DIR) is missing");
        assertThat(run.with("restore", "--layout")).isZero();
    }

    @Test
    void insecureRegistriesAreThoseOfAllFlagsAndOfTheVariable() {
        run.variables.put("CNB_INSECURE_REGISTRIES", "a, b:1");
        assertThat(restore("-insecure-registry", "c:2", "--insecure-registry=d,,e"))
                .isZero();
        assertThat(run.registry.opened.get(0).insecureRegistries())
                .containsExactlyInAnyOrder("a", "b:1", "c:2", "d", "e");
    }

    @Test
    void belowPlatformApi013InsecureRegistriesAreThoseOfTheVariable() {
        run.variables.put("CNB_INSECURE_REGISTRIES", "a");
        assertThat(restore("-insecure-registry", "c", "--platform-api=0.12")).isZero();
        assertThat(run.registry.opened.get(0).insecureRegistries()).containsExactly("a");
    }

    @Test
    void theEnvironmentIsThatOfTheProcess() {
        run.variables.put("DOCKER_CONFIG", "/d");
        assertThat(restore()).isZero();
        assertThat(run.registry.opened.get(0).environment()).isEqualTo(run.variables);
    }

    @ParameterizedTest
    @CsvSource({"--layout-dir,/l", "--insecure-registry,a", "--insecure-registry,''", "--cache-image,''"})
    void withoutAnImageTheFlagsHaveNoEffect(String flag, String value) {
        assertThat(run.with("restore", flag, value)).isZero();
        assertThat(run.registry.opened).isEmpty();
    }
}
