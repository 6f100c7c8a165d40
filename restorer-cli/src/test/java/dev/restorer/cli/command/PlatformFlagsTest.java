package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformFlagsTest {

    private final Run run = new Run();

    private List<String> warnings() {
        return run.err().stream()
                .filter(line -> line.startsWith("Warning: ") && !line.contains("a warn line"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "-run,run.toml",
        "--run,''",
        "-generated,/layers/generated",
        "-layout-dir,/layout",
        "--insecure-registry,localhost:5000",
        "-build-image,''",
        "--cache-image,''"
    })
    void flagsWithoutEffectAreAcceptedWithoutAWarning(String flag, String value) {
        assertThat(run.with("restore", flag, value)).isZero();
        assertThat(warnings()).isEmpty();
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void aRegistryMayBeGivenMoreThanOnce() {
        assertThat(run.with("restore", "-insecure-registry", "a", "-insecure-registry=b"))
                .isZero();
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-layout, --layout",
        "-layout=true, --layout",
    })
    void aFlagThatRequiresImagesIsOneWarningWithARemedy(String flag, String named) {
        assertThat(run.with("restore", flag)).isZero();
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Warning: " + named + " is passed over, since images cannot be read yet: ")
                .endsWith("For a build with image extensions run the restorer of the lifecycle, else leave it out.");
    }

    @ParameterizedTest
    @CsvSource({"CNB_USE_LAYOUT,true", "CNB_USE_LAYOUT,1"})
    void aVariableIsUsedWithoutTheFlag(String name, String value) {
        run.variables.put(name, value);
        assertThat(run.with("restore")).isZero();
        assertThat(warnings()).singleElement().asString().startsWith("Warning: " + name + " is passed over");
    }

    @ParameterizedTest
    @CsvSource({"CNB_USE_LAYOUT,true,-layout=false", "CNB_USE_LAYOUT,x,-layout=0"})
    void aFlagComesBeforeItsVariable(String name, String value, String flag) {
        run.variables.put(name, value);
        assertThat(run.with("restore", flag)).isZero();
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.11,-layout,false", "0.12,-layout,true", "0.3,-run=r,false"})
    void aFlagHasAnEffectFromItsPlatformApiOn(String platformApi, String flag, boolean counts) {
        assertThat(run.with("restore", "--platform-api", platformApi, flag)).isZero();
        assertThat(warnings()).hasSize(counts ? 1 : 0);
    }

    @Test
    void aCacheImageIsOneErrorWithARemedy() {
        assertThat(run.with("restore", "-cache-image", "registry/cache:1", "-daemon"))
                .isEqualTo(42);
        assertThat(run.err())
                .containsExactly("ERROR: Cache images cannot be read yet, and --cache-image names \"registry/cache:1\"."
                        + " Give the cache as a directory with --cache-dir, and --cache-image= to ignore the image.");
        assertThat(run.reader.calls).isEmpty();
    }

    @Test
    void aCacheImageWithACacheDirectoryIsRejected() {
        run.variables.put("CNB_CACHE_IMAGE", "i");
        assertThat(run.with("restore", "-cache-dir", "c")).isEqualTo(42);
        assertThat(run.err()).singleElement().asString().contains("CNB_CACHE_IMAGE names \"i\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cache-image=", "--skip-layers", "--cache-metadata=m"})
    void aCacheImageThatIsNotNeededIsIgnored(String flag) {
        run.variables.put("CNB_CACHE_IMAGE", "i");
        assertThat(run.with("restore", flag)).isZero();
    }

    @Test
    void explainIsRejectedLikeRestore() {
        assertThat(run.with("explain", "-cache-image", "i")).isEqualTo(42);
    }

    @Test
    void anUnknownPlatformApiIsReportedFirst() {
        assertThat(run.with("restore", "--platform-api", "0.99", "-cache-image", "i"))
                .isEqualTo(11);
    }
}
