package dev.restorer.images.registry.http;

import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.lifetime.Lifetime;
import dev.restorer.images.registry.lifetime.Permits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** A response. Its connection is in use until it is closed. */
public final class Response implements AutoCloseable {

    private static final int MAX_DISCARDED = 64 << 10;

    private final Origin origin;
    private final ClassicHttpResponse response;
    private final Runnable cancellation;
    private final Lifetime.Watch watch;
    private final Permits.Permit permit;
    private byte @Nullable [] loaded;

    /** Creates a response, which closes the watch and the permit when it is closed. */
    Response(
            Origin origin,
            ClassicHttpResponse response,
            Runnable cancellation,
            Lifetime.Watch watch,
            Permits.Permit permit) {
        this.origin = origin;
        this.response = response;
        this.cancellation = cancellation;
        this.watch = watch;
        this.permit = permit;
    }

    /** Returns who replied, which is another host after a redirect. */
    public Origin origin() {
        return origin;
    }

    public int status() {
        return response.getCode();
    }

    /** Returns the first value of a header; empty if there is none. */
    public String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        for (Header header : response.getHeaders(name)) {
            values.add(String.valueOf(header.getValue()));
        }
        return values;
    }

    /** Returns the body, which is closed with this response. */
    public InputStream body() throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** Reads the body now, so that {@link #read} cannot fail. */
    void load(int max) throws IOException {
        loaded = read(max);
    }

    /** Reads the body up to one byte more than a limit, and releases the connection. */
    public byte[] read(int max) throws IOException {
        if (loaded != null) {
            return loaded;
        }
        try (this) {
            return body().readNBytes(max + 1); // a connection is reused if the body was read to its end
        }
    }

    /** Discards the body. If it is short, the connection is reused. */
    public void discard() {
        try {
            byte[] unused = read(MAX_DISCARDED);
        } catch (IOException e) {
            // The body is not needed.
        }
    }

    /**
     * Closes the connection, and this response. Another thread that reads the body then fails at once. {@link #close()}
     * would wait for the rest of the body, so that the connection can be reused.
     */
    public void abort() {
        cancellation.run();
        close();
    }

    @Override
    public void close() {
        try {
            response.close();
        } catch (IOException e) {
            // The body is no longer needed.
        } finally {
            watch.close();
            permit.close();
        }
    }
}
