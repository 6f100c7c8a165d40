package dev.restorer.images.registry;

import dev.restorer.images.manifest.Descriptor;
import dev.restorer.images.registry.authorization.Authorization;
import dev.restorer.images.registry.authorization.Challenge;
import dev.restorer.images.registry.http.Endpoint;
import dev.restorer.images.registry.http.Http;
import dev.restorer.images.registry.http.OtherHosts;
import dev.restorer.images.registry.http.Redirects;
import dev.restorer.images.registry.http.RegistryFailures;
import dev.restorer.images.registry.http.Request;
import dev.restorer.images.registry.http.Response;
import dev.restorer.images.registry.http.Target;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A repository of a registry. Requests are authenticated as soon as the registry requires it. */
final class Repository {

    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> HIDING = Set.of(403, 404);
    private static final Set<Integer> CONTENT_OR_NONE = Set.of(200, 206, 404);

    private final Endpoint endpoint;
    private final String name;
    private final Authorization authorization;
    private final Redirects redirects;

    Repository(Endpoint endpoint, String name, Authorization authorization, Redirects redirects) {
        this.endpoint = endpoint;
        this.name = name;
        this.authorization = authorization;
        this.redirects = redirects;
    }

    Http http() {
        return redirects.http();
    }

    boolean hasCredential(Deadline deadline) throws IOException {
        return authorization.hasCredential(deadline);
    }

    /**
     * Sends a GET request for a path below the repository. If the registry replies with 401, a new token is requested
     * once, for example because the old one has expired. If it replies with 403 or 404 to a request without
     * credentials, it may hide what it has; if there are credentials, and the registry requires them, they are sent.
     * The body of a returned response with status 401, 403 or 404 may have been discarded.
     */
    Response get(String path, Request request, Deadline deadline) throws IOException {
        Target target = endpoint.target("/v2/" + name + path);
        String header = authorization.header();
        Response response = send(target, request, header, deadline);
        boolean isHidden = header == null && mayHide(response);
        if (response.status() != UNAUTHORIZED && !isHidden) {
            return response;
        }
        response.discard(); // frees the connection, which may be the only one
        if (isHidden && !authorization.hasKnownCredential(deadline)) {
            return response;
        }
        List<Challenge> challenges = challenges(response);
        if (header == null && challenges.isEmpty()) {
            challenges = challengesOfRegistry(deadline);
        }
        boolean isOpen = isHidden && challenges.isEmpty();
        if (isOpen || !authorization.renew(challenges, header, deadline)) {
            return response;
        }
        Response renewed = send(target, request, authorization.header(), deadline);
        if (renewed.status() == UNAUTHORIZED) {
            renewed.discard();
        }
        return renewed;
    }

    private Response send(Target target, Request request, @Nullable String header, Deadline deadline)
            throws IOException {
        Response response = redirects.get(
                endpoint, target, header == null ? request : request.with("Authorization", header), deadline);
        requireOfRegistry(response);
        return response;
    }

    private boolean mayHide(Response response) {
        return HIDING.contains(response.status()) && isOfRegistry(response);
    }

    private boolean isOfRegistry(Response response) {
        return response.origin().equals(endpoint.origin());
    }

    private static List<Challenge> challenges(Response response) {
        return Challenge.parse(response.headers("WWW-Authenticate"));
    }

    /**
     * Asks the registry which credentials it accepts. Some tell it there alone. Another host, to which it may redirect,
     * could name a token server of its own, which would be sent the credentials.
     */
    private List<Challenge> challengesOfRegistry(Deadline deadline) throws IOException {
        Response response = redirects.get(endpoint, endpoint.target("/v2/"), Request.stream(Map.of()), deadline);
        response.discard();
        return response.status() == UNAUTHORIZED && isOfRegistry(response) ? challenges(response) : List.of();
    }

    /** Another host, such as a storage, gives content or has none; all else says nothing about the credentials. */
    private void requireOfRegistry(Response response) throws IOException {
        int status = response.status();
        if (!isOfRegistry(response) && !CONTENT_OR_NONE.contains(status)) {
            response.discard();
            throw OtherHosts.status(response.origin(), status);
        }
    }

    /** Describes a failure to read a body, and names the host if it is not the registry. */
    String describe(Response response, IOException e) {
        return RegistryFailures.describe(OtherHosts.at(response.origin(), endpoint.origin(), e));
    }

    /** Requests a blob, or a part of one. A failure says in full why it cannot be read, whatever its kind. */
    Response blob(Descriptor blob, Map<String, String> headers, Deadline deadline) throws IOException {
        try {
            return get("/blobs/" + blob.digest(), Request.stream(headers), deadline);
        } catch (ImageReadException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(RegistryFailures.describe(http().explained(e, deadline)), e);
        }
    }
}
