package dev.restorer.core.contents.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffIdTest {

    private static final String HEX = "0123456789abcdef".repeat(4);

    @Test
    void aDigestOf64LowerCaseDigitsIsValid() {
        assertThatCode(() -> DiffId.require("sha256:" + HEX)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256:",
                "../../x",
                "sha256:../../../../../../../../../../../../../../../../../../../../../etc",
                "sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef",
                "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
                "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0",
                "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
                "SHA256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            })
    void otherTextIsNotADiffId(String text) {
        assertThatThrownBy(() -> DiffId.require(text)).isInstanceOf(RejectedException.class);
    }

    @Test
    void theDigestOfNoBytesIsTheKnownOne() {
        MessageDigest digest = DiffId.digest();
        assertThat(DiffId.of(digest))
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
