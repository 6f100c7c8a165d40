package dev.restorer.images.registry.authorization;

import dev.restorer.images.credentials.CredentialSources;
import dev.restorer.images.credentials.FoundCredential;
import dev.restorer.images.registry.http.Endpoint;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.images.registry.lifetime.Permits;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authenticates requests for one repository. Credentials are looked up when the registry requires them. */
public final class Authorization {

    private final Endpoint endpoint;
    private final String registry;
    private final String repository;
    private final CredentialSources credentials;
    private final TokenServer tokens;

    /** The permit of one thread to look up credentials and request tokens, which may take long. */
    private final Permits turn;

    private @Nullable FoundCredential found;
    private volatile @Nullable String header;

    public Authorization(
            Endpoint endpoint, String registry, String repository, CredentialSources credentials, TokenServer tokens) {
        this.endpoint = endpoint;
        this.registry = registry;
        this.repository = repository;
        this.credentials = credentials;
        this.tokens = tokens;
        this.turn = new Permits(1, tokens.redirects().http().lifetime());
    }

    static String basic(ImageCredential.Basic basic) {
        byte[] userAndPassword = (basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword);
    }

    public @Nullable String header() {
        return header;
    }

    /**
     * Returns whether there are credentials for the repository.
     *
     * @throws ImageReadException if that is not known; the next request that needs them looks them up again
     */
    public boolean hasCredential(Deadline deadline) throws IOException {
        Permits.Permit permit = turn.acquire(deadline);
        try {
            FoundCredential known = found();
            if (known.failure() != null) {
                found = null; // a helper program may only have been slow
                throw known.failure();
            }
            return known.credential() != null;
        } finally {
            permit.close();
        }
    }

    /** Returns whether there are credentials for the repository; false also if that is not known. */
    public boolean hasKnownCredential(Deadline deadline) throws IOException {
        Permits.Permit permit = turn.acquire(deadline);
        try {
            return found().credential() != null;
        } finally {
            permit.close();
        }
    }

    private FoundCredential found() {
        FoundCredential known = found;
        if (known == null) {
            known = credentials.find(registry, repository);
            found = known;
        }
        return known;
    }

    /**
     * Replaces a rejected header, if any, according to the challenges. Returns whether there is a new header to try.
     */
    public boolean renew(List<Challenge> challenges, @Nullable String rejected, Deadline deadline) throws IOException {
        Permits.Permit permit = turn.acquire(deadline);
        try {
            return replace(challenges, rejected, deadline);
        } finally {
            permit.close();
        }
    }

    private boolean replace(List<Challenge> challenges, @Nullable String rejected, Deadline deadline)
            throws IOException {
        String current = header;
        if (current != null && !current.equals(rejected)) {
            return true; // another thread has replaced it
        }
        String next = next(challenges, deadline);
        if (next == null || next.equals(rejected)) {
            return false;
        }
        header = next;
        return true;
    }

    private @Nullable String next(List<Challenge> challenges, Deadline deadline) throws IOException {
        ImageCredential credential = found().credential();
        if (credential instanceof ImageCredential.Bearer bearer) {
            return "Bearer " + bearer.token();
        }
        for (Challenge challenge : challenges) {
            if (challenge.scheme().equals("bearer")
                    && !challenge.parameter("realm").isEmpty()) {
                Optional<String> token = tokens.token(endpoint, repository, challenge, credential, deadline);
                return token.map(text -> "Bearer " + text).orElse(null);
            }
        }
        boolean acceptsBasic =
                challenges.stream().anyMatch(each -> each.scheme().equals("basic"));
        return acceptsBasic && credential instanceof ImageCredential.Basic basic ? basic(basic) : null;
    }

    @Override
    public String toString() {
        return "Authorization[" + registry + "/" + repository + "]";
    }
}
