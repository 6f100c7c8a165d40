package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImageCredential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The output of a credential helper. */
final class HelperOutput {

    private static final String NOT_FOUND = "credentials not found";

    /** The user name that marks the secret as an identity token. */
    private static final String TOKEN_USER = "<token>";

    private String user = "";
    private String secret = "";

    private HelperOutput() {}

    static Optional<ImageCredential> read(RunningPrograms.Result result) throws IOException {
        if (result.exitCode() != 0) {
            if (result.output().contains(NOT_FOUND)) {
                return Optional.empty();
            }
            throw new IOException("exit code " + result.exitCode());
        }
        HelperOutput answer = JsonReader.read(result.output().getBytes(StandardCharsets.UTF_8), json -> {
            HelperOutput read = new HelperOutput();
            json.object(name -> read.field(json, name));
            return read;
        });
        return answer.credential();
    }

    private void field(JsonReader json, String name) {
        switch (name) {
            case "Username", "username" -> user = json.string();
            case "Secret", "secret" -> secret = json.string();
            default -> json.other(name, known -> field(json, known));
        }
    }

    private Optional<ImageCredential> credential() {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                user.equals(TOKEN_USER)
                        ? new ImageCredential.IdentityToken(secret)
                        : new ImageCredential.Basic(user, secret));
    }
}
