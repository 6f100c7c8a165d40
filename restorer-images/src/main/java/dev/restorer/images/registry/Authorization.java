package dev.restorer.images.registry;

import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one repository is shown to prove who asks. Credentials are looked up when the registry asks for some. */
final class Authorization {

    private final Endpoint endpoint;
    private final String registry;
    private final String repository;
    private final ImageCredentials credentials;
    private final TokenServer tokens;
    private boolean isLookedUp;
    private @Nullable ImageCredential credential;
    private @Nullable String header;

    Authorization(
            Endpoint endpoint, String registry, String repository, ImageCredentials credentials, TokenServer tokens) {
        this.endpoint = endpoint;
        this.registry = registry;
        this.repository = repository;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    static String basic(ImageCredential.Basic basic) {
        byte[] both = (basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    synchronized @Nullable String header() {
        return header;
    }

    /** Whether there are credentials for the repository. */
    synchronized boolean hasCredential() {
        return credential() != null;
    }

    private synchronized @Nullable ImageCredential credential() {
        if (!isLookedUp) {
            credential = credentials.credential(registry, repository).orElse(null);
            isLookedUp = true;
        }
        return credential;
    }

    /** Answers challenges that a header, or none, has led to. Returns whether there is another header to be tried. */
    synchronized boolean renew(List<Challenge> challenges, @Nullable String refused, Deadline deadline)
            throws IOException {
        if (header != null && !header.equals(refused)) {
            return true; // another thread was faster
        }
        String next = next(challenges, deadline);
        if (next == null || next.equals(refused)) {
            return false;
        }
        header = next;
        return true;
    }

    private @Nullable String next(List<Challenge> challenges, Deadline deadline) throws IOException {
        ImageCredential known = credential();
        if (known instanceof ImageCredential.Bearer bearer) {
            return "Bearer " + bearer.token();
        }
        for (Challenge challenge : challenges) {
            if (challenge.scheme().equals("bearer")
                    && !challenge.parameter("realm").isEmpty()) {
                Optional<String> token = tokens.token(endpoint, repository, challenge, known, deadline);
                return token.map(text -> "Bearer " + text).orElse(null);
            }
        }
        boolean wantsBasic = challenges.stream().anyMatch(each -> each.scheme().equals("basic"));
        return wantsBasic && known instanceof ImageCredential.Basic basic ? basic(basic) : null;
    }

    @Override
    public String toString() {
        return "Authorization[" + registry + "/" + repository + "]";
    }
}
