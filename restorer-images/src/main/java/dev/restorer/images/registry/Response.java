package dev.restorer.images.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** An answer, whose connection is in use until it is closed. */
final class Response implements AutoCloseable {

    private static final int MAX_DRAINED = 64 << 10;

    private final ClassicHttpResponse response;
    private final Lifetime.Watch watch;
    private final Permits.Permit permit;

    /** What is held is closed with it. */
    Response(ClassicHttpResponse response, Lifetime.Watch watch, Permits.Permit permit) {
        this.response = response;
        this.watch = watch;
        this.permit = permit;
    }

    int status() {
        return response.getCode();
    }

    /** Returns the first value of a header; empty if there is none. */
    String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        for (Header header : response.getHeaders(name)) {
            values.add(String.valueOf(header.getValue()));
        }
        return values;
    }

    /** Returns the body, which is to be closed by closing this. */
    InputStream body() throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** Reads the body, but no more than a limit and one byte, and gives the connection back. */
    byte[] read(int max) throws IOException {
        try (this) {
            return body().readNBytes(max + 1); // whose end lets the connection be used again
        }
    }

    /** Passes over a body that nobody reads. A short one lets the connection be used again. */
    void discard() {
        try {
            byte[] unused = read(MAX_DRAINED);
        } catch (IOException e) {
            // It was of no more use anyway.
        }
    }

    @Override
    public void close() {
        try {
            response.close();
        } catch (IOException e) {
            // What counts was read.
        } finally {
            watch.close();
            permit.close();
        }
    }
}
