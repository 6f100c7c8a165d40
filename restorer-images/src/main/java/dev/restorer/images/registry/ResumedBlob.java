package dev.restorer.images.registry;

import dev.restorer.images.manifest.Descriptor;
import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.http.Http;
import dev.restorer.images.registry.http.Response;
import dev.restorer.images.registry.lifetime.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a blob. If the connection breaks, the rest is requested with a range request. Another thread may close it
 * to end a read.
 */
final class ResumedBlob extends InputStream {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** The number of bytes after which earlier breaks no longer count. */
    private static final long RESET_BYTES = 1 << 20;

    private final Repository repository;
    private final Descriptor blob;
    private final Deadline deadline;
    private volatile Response response;
    private InputStream in;
    private long position;
    private long positionAtBreak;
    private int breaks;
    private volatile boolean isAtEnd;
    private volatile boolean isClosed;

    ResumedBlob(Repository repository, Descriptor blob, Deadline deadline, Response response) throws IOException {
        this.repository = repository;
        this.blob = blob;
        this.deadline = deadline;
        this.response = response;
        this.in = response.body();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (true) {
            requireOpen();
            if (isAtEnd) {
                return -1;
            }
            IOException problem = null;
            try {
                int count = in.read(into, offset, length);
                if (count >= 0) {
                    position += count;
                    return count;
                }
            } catch (IOException e) {
                problem = e;
            }
            if (position >= blob.size()) { // how the connection ends does not matter any more
                isAtEnd = true;
                response.close();
                return -1;
            }
            resume(problem);
        }
    }

    private void requireOpen() throws IOException {
        if (isClosed) {
            response.abort();
            throw new NonRetryableException("the stream was closed");
        }
    }

    private void resume(@Nullable IOException problem) throws IOException {
        response.abort();
        requireOpen();
        Http http = repository.http();
        http.lifetime().requireOpen();
        if (deadline.hasPassed()) {
            throw deadline.timedOut();
        }
        breaks = position - positionAtBreak >= RESET_BYTES ? 1 : breaks + 1;
        positionAtBreak = position;
        long wait = http.retries().waitNanos(breaks);
        if (wait < 0) {
            String cause = problem == null ? "it ended early" : repository.describe(response, problem);
            throw new IOException(
                    "the blob " + blob.digest() + " was interrupted " + breaks + " times, at last after " + position
                            + " bytes: " + cause,
                    problem);
        }
        if (breaks > 1) {
            http.lifetime().sleep(Math.min(wait, deadline.remainingNanos()));
        }
        response = requested();
        requireOpen(); // another thread may have closed this stream, and the earlier response, meanwhile
        in = rest();
    }

    /** Requests the rest, with its end, since not all servers know ranges without one, or else all bytes. */
    private Response requested() throws IOException {
        String range = "bytes=" + position + "-" + (blob.size() - 1);
        Response partial = repository.blob(blob, Map.of("Range", range), deadline);
        if (partial.status() != RANGE_NOT_SATISFIABLE) {
            return partial;
        }
        partial.discard();
        return repository.blob(blob, Map.of(), deadline);
    }

    /**
     * Returns the rest of the body. A server that does not support ranges sends all bytes again, and the first are
     * skipped.
     */
    private InputStream rest() throws IOException {
        int status = response.status();
        boolean isPartial =
                status == PARTIAL && response.header("Content-Range").startsWith("bytes " + position + "-");
        if (!isPartial && status != OK) {
            response.close();
            throw new IOException("the blob " + blob.digest() + " was interrupted after " + position
                    + " bytes, and the registry replies to the range request with status " + status);
        }
        InputStream body = response.body();
        if (!isPartial) {
            try {
                body.skipNBytes(position);
            } catch (IOException e) {
                // The next read detects the end and resumes again.
                return InputStream.nullInputStream();
            }
        }
        return body;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() {
        isClosed = true;
        if (isAtEnd) {
            response.close();
        } else {
            response.abort();
        }
    }
}
