package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.RedisInputStream;

/** Replies go through as they are, however they are cut, unless they are too large. */
class ReplyLimitsPropertyTest {

    @Provide
    Arbitrary<List<String>> replies() {
        Arbitrary<String> texts = Arbitraries.strings().withChars("+-:$*1\r\n").ofMaxLength(12);
        Arbitrary<String> bulks = texts.map(text -> "$" + text.length() + "\r\n" + text + "\r\n");
        Arbitrary<String> single = Arbitraries.oneOf(
                bulks, Arbitraries.of("+OK\r\n", "-ERR no\r\n", ":-7\r\n", "$-1\r\n", "*-1\r\n", "*0\r\n"));
        Arbitrary<String> arrays =
                single.list().ofMinSize(1).ofMaxSize(5).map(all -> "*" + all.size() + "\r\n" + String.join("", all));
        return Arbitraries.oneOf(single, arrays, arrays.map(array -> "*2\r\n" + array + array))
                .list()
                .ofMaxSize(6);
    }

    @Property
    void repliesGoThrough(@ForAll("replies") List<String> replies, @ForAll @IntRange(min = 1, max = 7) int cut)
            throws IOException {
        String all = String.join("", replies);
        assertThat(read(all, 8, cut)).isEqualTo(all);
    }

    @Property(tries = 5_000)
    void jedisIsAnnouncedNothingLargeByAnyBytes(@ForAll("nearlyReplies") String text) {
        assertThatThrownBy(() -> readByJedis(text)).isInstanceOfAny(IOException.class, JedisException.class);
    }

    @Provide
    Arbitrary<String> nearlyReplies() {
        Arbitrary<String> types = Arbitraries.of("$", "*", "+", ":");
        Arbitrary<String> texts = Arbitraries.of(
                        "1", "9", "-1", " ", "        ", "\t", "/", "\u00ff", "\r", "\n", "$9", "x")
                .list()
                .ofMaxSize(4)
                .map(all -> String.join("", all));
        Arbitrary<String> ends = Arbitraries.of("\r\n", "\r\n", "\r\n", "\n", "\r\r\n", "");
        return Combinators.combine(types, texts, ends)
                .as((type, text, end) -> type + text + end)
                .list()
                .ofMaxSize(5)
                .map(all -> String.join("", all));
    }

    /** Ends with what is no reply, or with the end of the bytes. */
    private static void readByJedis(String text) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        try (ReplyLimits limits = new ReplyLimits(in)) {
            limits.expect(8);
            RedisInputStream jedis = new Announced(limits);
            while (true) {
                Protocol.read(jedis, null);
            }
        }
    }

    /** Sees the sizes that Jedis reads, before it makes arrays of them. */
    private static final class Announced extends RedisInputStream {

        Announced(InputStream in) {
            super(in, 16);
        }

        @Override
        public int readIntCrLf() {
            int size = super.readIntCrLf();
            assertThat(size).isBetween(-1, ReplyLimits.MOST_TEXT);
            return size;
        }
    }

    private static String read(String text, int replies, int cut) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (ReplyLimits limits = new ReplyLimits(in)) {
            limits.expect(replies);
            byte[] bytes = new byte[cut];
            for (int n = limits.read(bytes); n >= 0; n = limits.read(bytes)) {
                read.write(bytes, 0, n);
            }
        }
        return read.toString(StandardCharsets.US_ASCII);
    }

    @Example
    void whatIsTooLargeIsRefusedAtItsAnnouncement() {
        String deep = "*1\r\n".repeat(5);
        String endless = "+OK\r\n".repeat(1_002);
        for (String text : List.of(
                "$65537\r\n",
                "*1001\r\n",
                "$-2\r\n",
                "*-2\r\n",
                "$9999999999\r\n",
                "$\r\n",
                "$9        \r\n",
                "$ 9\r\n",
                "$+9\r\n",
                "$-0\r\n",
                "$00000009\r\n",
                "$\u0669\r\n",
                "*1\t\r\n",
                "$9\n99999999\r\n",
                "+a\r\r\n",
                "+a\rb\r\n",
                "+a\n",
                deep,
                endless,
                "+" + "x".repeat(5_000),
                "!1\r\n")) {
            assertThatThrownBy(() -> read(text, 1, 7)).as(text).isInstanceOf(UnfitReplyException.class);
        }
    }

    @Example
    void whatIsJustNotTooLargeGoesThrough() throws IOException {
        for (String text : List.of("$65536\r\n", "*1000\r\n", "*1\r\n".repeat(4), "+OK\r\n".repeat(1_001))) {
            assertThat(read(text, 1, 7)).isEqualTo(text);
        }
    }
}
