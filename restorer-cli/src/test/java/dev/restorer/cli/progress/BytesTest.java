package dev.restorer.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "1023,1023 B",
        "1024,1.0 KiB",
        "1536,1.5 KiB",
        "1048575,1024.0 KiB",
        "1048576,1.0 MiB",
        "5368709120,5.0 GiB",
        "1099511627776,1.0 TiB",
        "9223372036854775807,8.0 EiB"
    })
    void bytesAreShownInTheLargestUnit(long bytes, String words) {
        assertThat(Bytes.format(bytes)).isEqualTo(words);
    }
}
