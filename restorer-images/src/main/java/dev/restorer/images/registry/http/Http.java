package dev.restorer.images.registry.http;

import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.images.registry.lifetime.Lifetime;
import dev.restorer.images.registry.lifetime.Permits;
import dev.restorer.vendors.Causes;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests, with retries. */
public final class Http {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");
    private static final int OK = 200;

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

    /** Sends a request and returns the last response, whatever its status. */
    public Response send(Target target, Request request, Deadline deadline) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long wait;
            try {
                Response response = once(target, request, deadline);
                load(response, request, deadline);
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

    /** Reads the body of a response that has what was asked for, unless the caller reads it. */
    private void load(Response response, Request request, Deadline deadline) throws IOException {
        if (response.status() != OK || request.isStream()) {
            return;
        }
        try {
            response.load(request.maxBytes());
        } catch (IOException | RuntimeException e) {
            throw explained(e, deadline);
        }
    }

    private static HttpUriRequestBase message(Target target, Request request) {
        String form = request.form();
        HttpUriRequestBase message = form == null ? new HttpGet(target.uri()) : new HttpPost(target.uri());
        request.headers().forEach(message::setHeader);
        if (form != null) {
            message.setEntity(new ByteArrayEntity(
                    form.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_FORM_URLENCODED));
        }
        return message;
    }

    /** Sends a request without retries. */
    Response once(Target target, Request request, Deadline deadline) throws IOException {
        lifetime.requireOpen();
        HttpUriRequestBase message = message(target, request);
        Permits.Permit permit = permits.acquire(deadline);
        boolean hasResponse = false;
        try {
            Response response = once(target, message, deadline, permit);
            hasResponse = true;
            return response;
        } finally {
            if (!hasResponse) {
                permit.close();
            }
        }
    }

    /** Sends a request with a permit, which the response closes. */
    private Response once(Target target, HttpUriRequestBase message, Deadline deadline, Permits.Permit permit)
            throws IOException {
        Lifetime.Watch watch = lifetime.watch(deadline, message::cancel);
        boolean hasResponse = false;
        try {
            ClassicHttpResponse response = executed(target, message);
            hasResponse = true;
            return new Response(target.origin(), response, message::cancel, watch, permit);
        } catch (IOException | RuntimeException e) {
            throw Thread.currentThread().isInterrupted() ? Lifetime.interrupted() : explained(e, deadline);
        } finally {
            if (!hasResponse) {
                watch.close();
            }
        }
    }

    private ClassicHttpResponse executed(Target target, HttpUriRequestBase message) throws IOException {
        Lifetime.Watch interrupts = lifetime.watchInterrupts(message::cancel);
        try {
            return clients.execute(target, target.origin().httpHost(), message);
        } finally {
            interrupts.close();
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
                || Causes.include(e, NonRetryableException.class)
                || Causes.include(e, UnknownHostException.class)
                || TlsFailures.isAboutCertificate(e);
    }
}
