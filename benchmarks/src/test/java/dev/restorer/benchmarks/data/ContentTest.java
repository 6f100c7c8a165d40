package dev.restorer.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContentTest {

    private static final int BYTES = 1 << 20;

    @ParameterizedTest
    @CsvSource({"RANDOM, 0.99, 1.01", "LETTERS, 0.45, 0.65", "WORDS, 0.2, 0.45"})
    void compressionLeavesAPart(Content content, double least, double most) throws IOException {
        byte[] block = filled(content, BYTES);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
            out.write(block);
        }
        assertThat((double) compressed.size() / BYTES).isBetween(least, most);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedFillsTheSame(Content content) {
        assertThat(filled(content, 1_000)).isEqualTo(filled(content, 1_000));
    }

    private static byte[] filled(Content content, int bytes) {
        byte[] block = new byte[bytes];
        content.fill(block, new Random(7));
        return block;
    }
}
