package dev.restorer.images.registry;

import dev.restorer.spi.ImageCredential;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gets tokens for a repository from where its registry says. (Distribution, token authentication) */
record TokenServer(Http http, Redirects redirects) {

    private static final String CLIENT = "restorer";
    private static final int MAX_ANSWER = 1 << 20;

    /** Returns a token; empty if the server refuses to give one. */
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
                ? posted(realm, parameters, identity, deadline)
                : got(realm, parameters, credential, deadline);
        int status = response.status();
        byte[] answer = response.read(MAX_ANSWER);
        if (status == 400 || status == 401 || status == 403) {
            return Optional.empty();
        }
        if (status != 200 || answer.length > MAX_ANSWER) {
            throw new FinalException("its token server " + realm.origin() + " answers " + status);
        }
        return Optional.of(TokenAnswer.token(answer));
    }

    private Target realm(Endpoint endpoint, String realm) throws IOException {
        URI uri = Redirects.resolved(URI.create("none:/"), realm);
        Target target = redirects.checked(endpoint, uri, endpoint.origin());
        if (!target.origin().isHttps() && !redirects.insecure().allows(target.origin())) {
            throw new FinalException("its token server " + target.origin() + " has no TLS, and is not asked");
        }
        return target;
    }

    private Response got(
            Target realm, Map<String, String> parameters, @Nullable ImageCredential credential, Deadline deadline)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        if (credential instanceof ImageCredential.Basic basic) {
            headers.put("Authorization", Authorization.basic(basic));
        }
        String query = realm.uri().getRawQuery();
        String address = realm.uri().toString();
        URI uri = URI.create(address + (query == null ? "?" : "&") + form(parameters));
        return http.get(new Target(uri, realm.isGuarded()), headers, deadline);
    }

    private Response posted(
            Target realm, Map<String, String> parameters, ImageCredential.IdentityToken identity, Deadline deadline)
            throws IOException {
        parameters.put("grant_type", "refresh_token");
        parameters.put("client_id", CLIENT);
        parameters.put("refresh_token", identity.token());
        return http.post(realm, form(parameters), deadline);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
