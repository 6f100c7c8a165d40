package dev.restorer.shastore.redis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Looks at the frames of replies before Jedis does, since Jedis makes an array of any size that a server announces.
 * Lets through texts of {@value #MOST_TEXT} bytes, arrays of {@value #MOST_ELEMENTS} elements, {@value #MOST_DEPTH} in
 * one another, and so many frames as the commands can have led to.
 */
final class ReplyLimits extends FilterInputStream {

    /** What one text of a reply may have. No name and no diff id that is put has more. */
    static final int MOST_TEXT = 1 << 16;

    /** What one array of a reply may have. */
    static final int MOST_ELEMENTS = 1_000;

    private static final int MOST_DEPTH = 4;
    private static final int MOST_LINE = 1 << 12;

    private static final Pattern SIZE = Pattern.compile("-1|[0-9]{1,7}");

    private final StringBuilder line = new StringBuilder();
    private final int[] open = new int[MOST_DEPTH];
    private int depth;
    private int skip;
    private long frames;

    ReplyLimits(InputStream in) {
        super(in);
    }

    /** Lets through the frames of so many replies. */
    void expect(int replies) {
        frames = (long) replies * (MOST_ELEMENTS + 1);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        int at = offset;
        while (at < offset + count) {
            int skipped = Math.min(skip, offset + count - at);
            skip -= skipped;
            at += skipped;
            if (skipped == 0) {
                accept((char) (bytes[at++] & 0xff));
            }
        }
        return count;
    }

    private void accept(char c) throws IOException {
        if (line.isEmpty() && "+-:$*".indexOf(c) < 0) {
            throw UnfitReplyException.type(c);
        }
        line.append(c);
        if (line.length() > MOST_LINE) {
            throw UnfitReplyException.tooLarge();
        }
        boolean afterReturn = line.length() > 1 && line.charAt(line.length() - 2) == '\r';
        if ((c == '\n') != afterReturn) {
            // Jedis would look for the end of the line elsewhere, and take for frames what is none here.
            throw UnfitReplyException.malformed();
        }
        if (afterReturn) {
            frame(line.charAt(0), line.substring(1, line.length() - 2));
            line.setLength(0);
        }
    }

    private void frame(char type, String rest) throws IOException {
        if (--frames < 0) {
            throw UnfitReplyException.tooLarge();
        }
        int size = type == '$' || type == '*' ? size(rest, type == '$' ? MOST_TEXT : MOST_ELEMENTS) : 0;
        if (type == '*' && size > 0) {
            enter(size);
            return;
        }
        if (type == '$' && size >= 0) {
            skip = size + 2;
        }
        leave();
    }

    /** Takes plain digits alone, since Jedis makes a number of any bytes. */
    private static int size(String number, int most) throws IOException {
        int size = SIZE.matcher(number).matches() ? Integer.parseInt(number) : Integer.MAX_VALUE;
        if (size > most) {
            throw UnfitReplyException.tooLarge();
        }
        return size;
    }

    private void enter(int elements) throws IOException {
        if (depth == MOST_DEPTH) {
            throw UnfitReplyException.tooLarge();
        }
        open[depth++] = elements;
    }

    /** Closes the arrays of which this was the last element. */
    private void leave() {
        while (depth > 0 && --open[depth - 1] == 0) {
            depth--;
        }
    }
}
