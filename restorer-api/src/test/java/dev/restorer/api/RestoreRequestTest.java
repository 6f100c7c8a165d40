package dev.restorer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreRequestTest {

    private static final List<Buildpack> BUILDPACKS = List.of(new Buildpack("a", "1", "0.10"));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestTakesTheBuildpacksOfAGroupWithOrWithoutExtensions(boolean hasExtensions) {
        RestoreRequest request = RestoreRequest.in(Path.of("layers"))
                .group(new Group(BUILDPACKS, hasExtensions))
                .build();
        assertThat(request.group()).isEqualTo(BUILDPACKS);
    }
}
