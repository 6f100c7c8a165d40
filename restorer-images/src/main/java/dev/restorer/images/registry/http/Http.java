package dev.restorer.images.registry.http;

import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.images.registry.lifetime.Lifetime;
import dev.restorer.images.registry.lifetime.Permits;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests, with retries. */
public final class Http {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");

    private final HttpClients clients;
    private final Lifetime lifetime;
    private final Permits permits;
    private final Retries retries;

    public Http(HttpClients clients, Lifetime lifetime, Permits permits, Retries retries) {
        this.clients = clients;
        this.lifetime = lifetime;
        this.permits = permits;
        this.retries = retries;
    }

    public Lifetime lifetime() {
        return lifetime;
    }

    public Retries retries() {
        return retries;
    }

    /** Sends a GET request and returns the last response, whatever its status. */
    Response get(Target target, Map<String, String> headers, Deadline deadline) throws IOException {
        return send(target, headers, null, deadline);
    }

    /** Sends a POST request with a form. */
    public Response post(Target target, String form, Deadline deadline) throws IOException {
        return send(target, Map.of(), form, deadline);
    }

    private Response send(Target target, Map<String, String> headers, @Nullable String form, Deadline deadline)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            long wait;
            try {
                Response response = once(target, headers, form, deadline);
                wait = retries.waitNanos(response, attempt);
                if (wait < 0) {
                    return response;
                }
                LOG.debug("{} replies with {}, so the request is repeated", target, response.status());
                response.discard();
            } catch (IOException e) {
                wait = isFinal(e) ? -1 : retries.waitNanos(attempt);
                if (wait < 0) {
                    throw e;
                }
                LOG.debug("The request to {} is repeated: {}", target, e.getMessage());
            }
            if (wait > deadline.remainingNanos()) {
                throw deadline.timedOut();
            }
            lifetime.sleep(wait);
        }
    }

    /** Sends a request without retries. */
    Response once(Target target, Map<String, String> headers, @Nullable String form, Deadline deadline)
            throws IOException {
        lifetime.requireOpen();
        HttpUriRequestBase request = form == null ? new HttpGet(target.uri()) : new HttpPost(target.uri());
        headers.forEach(request::setHeader);
        if (form != null) {
            request.setEntity(new ByteArrayEntity(
                    form.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_FORM_URLENCODED));
        }
        HttpHost host = target.origin().httpHost();
        Permits.Permit permit = permits.acquire(deadline);
        Lifetime.Watch watch = lifetime.watch(deadline, request::cancel);
        Lifetime.Watch interrupts = lifetime.watchInterrupts(request::cancel);
        boolean hasResponse = false;
        try {
            ClassicHttpResponse response = clients.execute(target, host, request);
            hasResponse = true;
            return new Response(response, request::cancel, watch, permit);
        } catch (IOException | RuntimeException e) {
            throw Thread.currentThread().isInterrupted() ? Lifetime.interrupted() : explained(e, deadline);
        } finally {
            interrupts.close();
            if (!hasResponse) {
                watch.close();
                permit.close();
            }
        }
    }

    /** Returns the exception to throw for a failure, which has the reason if the request was cancelled. */
    public IOException explained(Exception e, Deadline deadline) {
        if (lifetime.isClosed()) {
            return Lifetime.closedException();
        }
        if (deadline.hasPassed()) {
            return deadline.timedOut();
        }
        return e instanceof IOException io ? io : new NonRetryableException("the request failed: " + e.getMessage(), e);
    }

    /** Returns whether a retry would be useless. */
    static boolean isFinal(IOException e) {
        return (e instanceof ProxyRefusalException refusal && !refusal.isTemporary())
                || RegistryFailures.isCausedBy(e, NonRetryableException.class)
                || RegistryFailures.isCausedBy(e, UnknownHostException.class)
                || TlsFailures.isAboutCertificate(e);
    }
}
