package dev.restorer.images.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.spi.ImageReferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryReferenceTest {

    private static final String SHA256 = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String SHA512 = "sha512:" + "0123456789abcdef".repeat(8);

    @ParameterizedTest
    @CsvSource({
        "ubuntu, index.docker.io/library/ubuntu:latest",
        "ubuntu:22.04, index.docker.io/library/ubuntu:22.04",
        "me/app, index.docker.io/me/app:latest",
        "docker.io/ubuntu, index.docker.io/library/ubuntu:latest",
        "docker.io/me/app:1, index.docker.io/me/app:1",
        "index.docker.io/ubuntu, index.docker.io/library/ubuntu:latest",
        "index.docker.io/library/ubuntu:latest, index.docker.io/library/ubuntu:latest",
        "localhost/app, localhost/app:latest",
        "localhost:5000/app:1, localhost:5000/app:1",
        "localhost:5000, index.docker.io/library/localhost:5000",
        "registry.example/app, registry.example/app:latest",
        "registry.example:443/a/b/c-d__e.f:T_1.2-x, registry.example:443/a/b/c-d__e.f:T_1.2-x",
        "127.0.0.1:5000/app, 127.0.0.1:5000/app:latest",
        "my_registry:5000/app, my_registry:5000/app:latest",
        "_a.b_/my_app, _a.b_/my_app:latest",
        "my_name/my_app, index.docker.io/my_name/my_app:latest",
        "[::1]:5000/app, [::1]:5000/app:latest",
        "[2001:DB8::1]/app, [2001:DB8::1]/app:latest",
        "Host/app, Host/app:latest",
        "a---b/c, index.docker.io/a---b/c:latest",
    })
    void aShortReferenceIsCompleted(String written, String full) {
        assertThat(Reference.parse(written)).hasToString(full);
    }

    @ParameterizedTest
    @CsvSource({
        "r.example, true",
        "registry, true",
        "registry:5000, true",
        "my_registry:5000, true",
        "[::1]:5000, true",
        "http://r.example, false",
        "r.example/, false",
        "r.example/a, false",
        "r.example:, false",
        "*.example, false",
        "'', false"
    })
    void aRegistryIsAHostAndOptionallyAPort(String text, boolean isRegistry) {
        assertThat(RegistryReference.isRegistry(text)).isEqualTo(isRegistry);
    }

    @Test
    void aDigestWithoutATagHasNoDefaultTag() {
        RegistryReference reference = (RegistryReference) Reference.parse("ubuntu@" + SHA256);
        assertThat(reference.tag()).isNull();
        assertThat(reference.tagOrDigest()).isEqualTo(SHA256);
        assertThat(reference).hasToString("index.docker.io/library/ubuntu@" + SHA256);
        assertThat(((RegistryReference) Reference.parse("r.example/a@" + SHA512)).tagOrDigest())
                .isEqualTo(SHA512);
    }

    @Test
    void theDigestIsUsedInsteadOfTheTag() {
        RegistryReference reference = (RegistryReference) Reference.parse("r.example:5000/a:1@" + SHA256);
        assertThat(reference.tag()).isEqualTo("1");
        assertThat(reference.tagOrDigest()).isEqualTo(SHA256);
        assertThat(reference).hasToString("r.example:5000/a:1@" + SHA256);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "' ubuntu', 0",
        "Ubuntu, 0",
        "me/App, 3",
        "me/aPp, 4",
        "ubuntu:, 7",
        "ubuntu:-x, 7",
        "ubuntu:a b, 8",
        "ubuntu:a:b, 8",
        "a//b, 2",
        "a/, 2",
        "/a, 0",
        "a..b, 2",
        "a___b, 3",
        "a-, 2",
        "a.b-/c, 4",
        "a.b:/c, 4",
        "a.b:x/c, 4",
        "a.b:65536/c, 4",
        "a.b:99999999999/c, 4",
        "[::1/c, 4",
        "[]:5/c, 1",
        "[1:2]/c, 0",
        "1.2.3.256/c, 0",
        "1.2.3.4.5:5/c, 0",
        "a_b.5/c, 0",
        "registry.5000/c, 0",
        "https://r.example/a, 5",
        "r.example/a?b, 11",
        "r.example/a/../b, 12",
        "ubuntu@sha256:abc, 7",
        "ubuntu@md5:0123456789abcdef0123456789abcdef, 7",
        "ubuntü, 5",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, 0",
    })
    void anErrorIsReportedWithItsPosition(String written, int index) {
        ImageReferenceException e = catchThrowableOfType(ImageReferenceException.class, () -> Reference.parse(written));
        assertThat(e).isNotNull();
        assertThat(e.index()).isEqualTo(index);
        assertThat(e.image()).isEqualTo(written);
        assertThat(e).hasMessageContaining(" at index " + index + " ").hasMessageEndingWith(e.remedy() + ".");
    }

    @Test
    void aDigestInUpperCaseIsRejected() {
        String upper = "ubuntu@sha256:" + "ABCDEF01".repeat(8);
        assertThat(catchThrowableOfType(ImageReferenceException.class, () -> Reference.parse(upper)))
                .hasMessageContaining("at index 7");
    }

    @Test
    void namesHaveAMaximumLength() {
        String longest = "r.example/" + "a".repeat(255) + ":" + "t".repeat(128);
        assertThat(Reference.parse(longest)).hasToString(longest);
        assertThat(catchThrowableOfType(ImageReferenceException.class, () -> Reference.parse(longest + "t"))
                        .index())
                .isEqualTo(longest.length());
        assertThat(catchThrowableOfType(
                                ImageReferenceException.class, () -> Reference.parse("r.example/" + "a".repeat(257)))
                        .index())
                .isEqualTo(265);
    }
}
