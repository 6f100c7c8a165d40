package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials in an environment variable, a JSON object that maps hosts to headers. (Platform specification,
 * Registry Authentication)
 */
final class AuthVariable implements ImageCredentials {

    static final String NAME = "CNB_REGISTRY_AUTH";

    private final Map<String, String> headers;

    private AuthVariable(Map<String, String> headers) {
        this.headers = headers;
    }

    static AuthVariable parse(byte[] json) {
        return JsonReader.read(json, reader -> {
            Map<String, String> headers = new HashMap<>();
            reader.object(key -> headers.put(AuthKeys.normalized(key), reader.string()));
            return new AuthVariable(headers);
        });
    }

    @Override
    public Optional<ImageCredential> credential(String registry, String repository) {
        for (String key : AuthKeys.of(registry, repository)) {
            String header = headers.get(key);
            if (header != null) {
                return Optional.of(EncodedCredentials.header(header)
                        .orElseThrow(() -> CredentialFailures.of(
                                registry,
                                repository,
                                "the value in " + NAME + " for " + key + " is not a credential",
                                "Write \"Basic …\" with Base64, \"Bearer …\" or \"X-Identity …\"")));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "credentials in " + NAME;
    }
}
