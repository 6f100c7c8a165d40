package dev.restorer.benchmarks.data;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What is in files. */
public enum Content {

    /** Random bytes, which cannot be compressed. */
    RANDOM {
        @Override
        void fill(byte[] block, Random random) {
            random.nextBytes(block);
        }
    },

    /** Random letters out of sixteen, which gzip halves. */
    LETTERS {
        @Override
        void fill(byte[] block, Random random) {
            random.nextBytes(block);
            for (int i = 0; i < block.length; i++) {
                block[i] = (byte) ('a' + (block[i] & MAX_RANDOM_LETTER));
            }
        }
    },

    /** Lines of words, some of them far more frequent than others, as in sources and documents. */
    WORDS {
        @Override
        void fill(byte[] block, Random random) {
            int length = 0;
            while (length < block.length) {
                byte[] word = WORDS_BY_RANK[rank(random)];
                int part = Math.min(word.length, block.length - length);
                System.arraycopy(word, 0, block, length, part);
                length += part;
            }
        }
    };

    private static final int MAX_RANDOM_LETTER = 'p' - 'a';
    private static final int MAX_LETTERS = 11;
    private static final int WORDS_A_LINE = 10;
    private static final byte[][] WORDS_BY_RANK = words(8_192);

    abstract void fill(byte[] block, Random random);

    /** The word of a rank is about as frequent as all those of twice its rank and less than four times. */
    private static int rank(Random random) {
        return (int) Math.pow(WORDS_BY_RANK.length, random.nextDouble()) - 1;
    }

    private static byte[][] words(int count) {
        Random random = new Random(count);
        byte[][] words = new byte[count][];
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int letters = 1 + random.nextInt(MAX_LETTERS); letters > 0; letters--) {
                word.append((char) ('a' + random.nextInt('z' - 'a' + 1)));
            }
            word.append(i % WORDS_A_LINE == 0 ? '\n' : ' ');
            words[i] = word.toString().getBytes(StandardCharsets.US_ASCII);
        }
        return words;
    }
}
