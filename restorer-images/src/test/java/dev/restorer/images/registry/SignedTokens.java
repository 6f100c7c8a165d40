package dev.restorer.images.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.fixtures.TestKeys;
import dev.restorer.images.TestImage;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

/** Signs tokens for the registry of Docker. (Distribution, token authentication) */
record SignedTokens(TestKeys keys) {

    /** Returns a token for reading the repository {@code a/b}. */
    String reading() throws GeneralSecurityException {
        String chain = Base64.getEncoder().encodeToString(keys.encodedCertificate());
        String head = part("{'typ':'JWT','alg':'RS256','x5c':['" + chain + "']}");
        String claims = part("{'iss':'issuer','sub':'u','aud':'service','nbf':0,'exp':99999999999,'iat':0,'jti':'1',"
                + "'access':[{'type':'repository','name':'a/b','actions':['pull']}]}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.key());
        signature.update((head + "." + claims).getBytes(UTF_8));
        return head + "." + claims + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(TestImage.json(json));
    }
}
