package dev.restorer.images.registry.authorization;

import dev.restorer.images.formats.JsonException;
import dev.restorer.images.formats.JsonReader;
import dev.restorer.images.registry.failure.NonRetryableException;

/** The response of a token server. (Distribution, token authentication; OAuth 2) */
final class TokenResponse {

    private String token = "";
    private String accessToken = "";

    private TokenResponse() {}

    /** Returns the token. */
    static String token(byte[] json) throws NonRetryableException {
        try {
            TokenResponse response = JsonReader.read(json, reader -> {
                TokenResponse read = new TokenResponse();
                reader.object(name -> read.field(reader, name));
                return read;
            });
            String token = response.token.isEmpty() ? response.accessToken : response.token;
            if (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return token;
            }
            throw new NonRetryableException("the response of its token server has no token");
        } catch (JsonException e) {
            throw new NonRetryableException("the response of its token server is not valid JSON");
        }
    }

    private void field(JsonReader json, String name) {
        switch (name) {
            case "token" -> token = json.string();
            case "access_token" -> accessToken = json.string();
            default -> json.other(name, known -> field(json, known));
        }
    }
}
