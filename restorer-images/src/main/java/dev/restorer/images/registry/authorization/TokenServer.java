package dev.restorer.images.registry.authorization;

import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.http.Endpoint;
import dev.restorer.images.registry.http.Location;
import dev.restorer.images.registry.http.Redirects;
import dev.restorer.images.registry.http.Request;
import dev.restorer.images.registry.http.Response;
import dev.restorer.images.registry.http.Target;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.spi.ImageCredential;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests tokens for a repository from the server that its registry names. (Distribution, token authentication) */
public record TokenServer(Redirects redirects) {

    private static final String CLIENT = "restorer";
    private static final int MAX_RESPONSE_BYTES = 1 << 20;

    /** Returns a token; empty if the server denies it. */
    Optional<String> token(
            Endpoint endpoint,
            String repository,
            Challenge challenge,
            @Nullable ImageCredential credential,
            Deadline deadline)
            throws IOException {
        Target realm = realm(endpoint, challenge.parameter("realm"));
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!challenge.parameter("service").isEmpty()) {
            parameters.put("service", challenge.parameter("service"));
        }
        parameters.put("scope", "repository:" + repository + ":pull");
        Response response = credential instanceof ImageCredential.IdentityToken identity
                ? post(realm, parameters, identity, deadline)
                : get(endpoint, realm, parameters, credential, deadline);
        int status = response.status();
        if (status != 200) {
            response.discard();
        }
        if (status == 400 || status == 401 || status == 403) {
            return Optional.empty();
        }
        if (status != 200) {
            throw new NonRetryableException("its token server " + realm.origin() + " replies with status " + status);
        }
        byte[] body = response.read(MAX_RESPONSE_BYTES);
        if (body.length > MAX_RESPONSE_BYTES) {
            throw new NonRetryableException("the response of its token server " + realm.origin() + " has more than "
                    + MAX_RESPONSE_BYTES + " bytes");
        }
        return Optional.of(TokenResponse.token(body));
    }

    private Target realm(Endpoint endpoint, String realm) throws IOException {
        Target target = redirects.named(endpoint, uri(realm));
        if (!target.origin().isHttps() && !redirects.insecure().allows(target.origin())) {
            throw new NonRetryableException(
                    "its token server " + target.origin() + " has no TLS, so it is not contacted");
        }
        return target;
    }

    private static URI uri(String realm) throws NonRetryableException {
        try {
            return Location.uri(realm);
        } catch (URISyntaxException e) {
            throw new NonRetryableException("the address of its token server is not valid"); // it may contain a secret
        }
    }

    /** Sends the credentials in a header, which a redirect to another origin does not get. */
    private Response get(
            Endpoint endpoint,
            Target realm,
            Map<String, String> parameters,
            @Nullable ImageCredential credential,
            Deadline deadline)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        if (credential instanceof ImageCredential.Basic basic) {
            headers.put("Authorization", Authorization.basic(basic));
        }
        String query = realm.uri().getRawQuery();
        String address = realm.uri().toString().replaceFirst("#.*", ""); // a fragment would absorb the parameters
        URI uri = URI.create(address + (query == null ? "?" : "&") + form(parameters));
        return redirects.get(
                endpoint,
                new Target(uri, realm.mustBePublic()),
                Request.document(headers, MAX_RESPONSE_BYTES),
                deadline);
    }

    /** Sends the identity token in the body. Redirects are not followed, since they would get the body. */
    private Response post(
            Target realm, Map<String, String> parameters, ImageCredential.IdentityToken identity, Deadline deadline)
            throws IOException {
        parameters.put("grant_type", "refresh_token");
        parameters.put("client_id", CLIENT);
        parameters.put("refresh_token", identity.token());
        return redirects.http().send(realm, Request.form(form(parameters), MAX_RESPONSE_BYTES), deadline);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
