package dev.restorer.shastore.redis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** Turns the objects that Jedis makes of replies into replies. */
final class JedisReplies {

    private JedisReplies() {}

    static List<Reply> of(List<?> objects) {
        List<Reply> replies = new ArrayList<>(objects.size());
        objects.forEach(object -> replies.add(of(object)));
        return replies;
    }

    private static Reply of(@Nullable Object object) {
        if (object == null) {
            return new Reply.Absent();
        }
        if (object instanceof byte[] bytes) {
            return new Reply.Text(text(bytes));
        }
        if (object instanceof Long number) {
            return new Reply.Count(number);
        }
        if (object instanceof List<?> many) {
            return new Reply.Many(of(many));
        }
        if (object instanceof JedisDataException refusal) {
            return Reply.Refusal.of(String.valueOf(refusal.getMessage()));
        }
        throw new UnreadableReplyException();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableReplyException();
        }
    }
}
