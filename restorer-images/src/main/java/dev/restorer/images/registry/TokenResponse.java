package dev.restorer.images.registry;

import dev.restorer.images.formats.JsonException;
import dev.restorer.images.formats.JsonReader;

/** What a token server answers. (Distribution, token authentication; OAuth 2) */
final class TokenAnswer {

    private String token = "";
    private String accessToken = "";

    private TokenAnswer() {}

    /** Returns the token. */
    static String token(byte[] json) throws FinalException {
        try {
            TokenAnswer answer = JsonReader.read(json, reader -> {
                TokenAnswer read = new TokenAnswer();
                reader.object(name -> read.field(reader, name));
                return read;
            });
            String token = answer.token.isEmpty() ? answer.accessToken : answer.token;
            if (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return token;
            }
            throw new FinalException("its token server answers without a token");
        } catch (JsonException e) {
            throw new FinalException("its token server answers what is no JSON of a token");
        }
    }

    private void field(JsonReader json, String name) {
        switch (name) {
            case "token" -> token = json.string();
            case "access_token" -> accessToken = json.string();
            default -> json.skip();
        }
    }
}
