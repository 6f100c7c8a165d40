package dev.restorer.core.layersdir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopLevelCacheFlagTest {

    private static TopLevelCacheFlag parse(String toml) {
        return TopLevelCacheFlag.parse(toml.getBytes(UTF_8));
    }

    @Test
    void theFlagsMayBeInAnotherCase() {
        assertThat(parse("Build = true\nCACHE = true").cached()).isTrue();
    }

    /** The lifecycle looks for the table in this case, as for the key of a map. */
    @Test
    void theTableIsFoundInItsOwnCaseOnly() {
        assertThat(parse("[types]").hasTypesTable()).isTrue();
        assertThat(parse("[Types]").hasTypesTable()).isFalse();
    }
}
