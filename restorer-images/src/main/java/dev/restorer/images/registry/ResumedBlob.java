package dev.restorer.images.registry;

import dev.restorer.images.manifest.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of a blob. Where they break off, the rest is asked for. */
final class ResumedBlob extends InputStream {

    private static final int OK = 200;
    private static final int PARTIAL = 206;

    /** As much is read in between as makes up for a break. */
    private static final long FORGIVING_BYTES = 1 << 20;

    private final Repository repository;
    private final Descriptor blob;
    private final Deadline deadline;
    private Response response;
    private InputStream in;
    private long passed;
    private long passedAtBreak;
    private int breaks;
    private boolean isAtEnd;
    private boolean isClosed;

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
            if (isClosed) {
                throw new IOException("the stream was closed");
            }
            if (isAtEnd) {
                return -1;
            }
            IOException problem;
            try {
                int count = in.read(into, offset, length);
                if (count >= 0) {
                    passed += count;
                    return count;
                }
                if (passed >= blob.size()) {
                    isAtEnd = true;
                    response.close();
                    return -1;
                }
                problem = null;
            } catch (IOException e) {
                problem = e;
            }
            resume(problem);
        }
    }

    private void resume(@Nullable IOException problem) throws IOException {
        response.close();
        Http http = repository.http();
        http.lifetime().requireOpen();
        if (deadline.isOver()) {
            throw deadline.passed();
        }
        breaks = passed - passedAtBreak >= FORGIVING_BYTES ? 1 : breaks + 1;
        passedAtBreak = passed;
        long wait = http.retries().waitNanos(breaks);
        if (wait < 0) {
            String cause = problem == null ? "it ends early" : String.valueOf(problem.getMessage());
            throw new IOException(
                    "the blob " + blob.digest() + " broke off " + breaks + " times, at last after " + passed
                            + " bytes: " + cause,
                    problem);
        }
        if (breaks > 1) {
            http.lifetime().sleep(Math.min(wait, deadline.leftNanos()));
        }
        String range = "bytes=" + passed + "-";
        response = repository.get("/blobs/" + blob.digest(), Map.of("Range", range), deadline);
        in = rest();
    }

    /** A server that does not know ranges sends all of it once more. */
    private InputStream rest() throws IOException {
        int status = response.status();
        boolean goesOn = status == PARTIAL && response.header("Content-Range").startsWith("bytes " + passed + "-");
        if (!goesOn && status != OK) {
            response.close();
            throw new IOException("the blob " + blob.digest() + " broke off after " + passed
                    + " bytes, and for the rest the registry answers " + status);
        }
        InputStream body = response.body();
        if (!goesOn) {
            try {
                body.skipNBytes(passed);
            } catch (IOException e) {
                // That it breaks off again the next read tells.
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
        response.close();
    }
}
