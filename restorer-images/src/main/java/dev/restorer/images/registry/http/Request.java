package dev.restorer.images.registry.http;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a target, and how the reply is read.
 *
 * @param headers the headers
 * @param form the body of a POST request, or null for a GET request
 * @param maxBytes the limit for a body that is read with the reply, so that the request is repeated if the connection
 *     breaks meanwhile; -1 if the caller reads the body
 */
public record Request(Map<String, String> headers, @Nullable String form, int maxBytes) {

    private static final int STREAM = -1;

    /** Requests a body that the caller reads as a stream. */
    public static Request stream(Map<String, String> headers) {
        return new Request(headers, null, STREAM);
    }

    /** Requests a body that is read at once. */
    public static Request document(Map<String, String> headers, int maxBytes) {
        return new Request(headers, null, maxBytes);
    }

    /** Sends a form, and requests a body that is read at once. */
    public static Request form(String form, int maxBytes) {
        return new Request(Map.of(), form, maxBytes);
    }

    boolean isStream() {
        return maxBytes == STREAM;
    }

    public Request with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Request(all, form, maxBytes);
    }

    Request without(String header) {
        Map<String, String> others = new HashMap<>(headers);
        others.remove(header);
        return new Request(others, form, maxBytes);
    }
}
