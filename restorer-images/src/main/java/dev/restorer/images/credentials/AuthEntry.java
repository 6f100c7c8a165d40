package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImageCredential;
import java.util.Optional;

/** An entry of a credentials file. */
final class AuthEntry {

    private String auth = "";
    private String user = "";
    private String password = "";
    private String identityToken = "";
    private String registryToken = "";

    private AuthEntry() {}

    static AuthEntry read(JsonReader json) {
        AuthEntry entry = new AuthEntry();
        json.object(name -> entry.field(json, name));
        return entry;
    }

    private void field(JsonReader json, String name) {
        switch (name) {
            case "auth" -> auth = json.string();
            case "username" -> user = json.string();
            case "password" -> password = json.string();
            case "identitytoken" -> identityToken = json.string();
            case "registrytoken" -> registryToken = json.string();
            default -> json.other(name, known -> field(json, known));
        }
    }

    /** Returns whether it has no credential, as in a file whose credentials are kept by a helper program. */
    boolean isEmpty() {
        return auth.isEmpty() && user.isEmpty() && identityToken.isEmpty() && registryToken.isEmpty();
    }

    /** Returns the credential; empty if it is not valid. */
    Optional<ImageCredential> credential() {
        if (!registryToken.isEmpty()) {
            return Optional.of(new ImageCredential.Bearer(registryToken));
        }
        if (!identityToken.isEmpty()) {
            return Optional.of(new ImageCredential.IdentityToken(identityToken));
        }
        if (!auth.isEmpty()) {
            return EncodedCredentials.basic(auth);
        }
        return user.indexOf(':') >= 0 ? Optional.empty() : Optional.of(new ImageCredential.Basic(user, password));
    }

    @Override
    public String toString() {
        return "AuthEntry[…]";
    }
}
