package dev.restorer.images.registry.http;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.Http1StreamListener;

/**
 * Limits the informational responses (1xx) before a response. The client skips them, so that a server which sends them
 * without end would keep a thread busy until the whole request times out.
 */
final class LimitedResponses implements Http1StreamListener {

    private static final int MAX_INFORMATIONAL = 100;
    private static final int FIRST_OF_OTHERS = 200;

    /** How many informational responses there were since the last request, for each connection that had some. */
    private final Map<HttpConnection, Integer> counts = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void onRequestHead(HttpConnection connection, HttpRequest request) {
        counts.remove(connection);
    }

    /** The client closes the connection after an exception. */
    @Override
    public void onResponseHead(HttpConnection connection, HttpResponse response) {
        if (response.getCode() < FIRST_OF_OTHERS && counts.merge(connection, 1, Integer::sum) > MAX_INFORMATIONAL) {
            throw new IllegalStateException(
                    "more than " + MAX_INFORMATIONAL + " informational responses were sent in place of one");
        }
    }

    @Override
    public void onExchangeComplete(HttpConnection connection, boolean keepAlive) {
        counts.remove(connection);
    }
}
