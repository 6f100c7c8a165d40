package dev.restorer.images.reference;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code [host[:port]/]repository[:tag][@digest]} by the grammar of {@code github.com/distribution/reference}.
 * Docker Hub is called as the lifecycle calls it, {@code index.docker.io}. (Package name of go-containerregistry)
 */
final class RegistryReferenceParser {

    private static final String REMEDY =
            "Write [HOST[:PORT]/]REPOSITORY[:TAG][@sha256:…], with the repository in lower case";
    private static final String DEFAULT_TAG = "latest";
    private static final String OFFICIAL = "library/";
    private static final int MAX_REPOSITORY = 255;
    private static final int MAX_TAG = 128;
    private static final Pattern IMAGE_ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern UPPER = Pattern.compile("[A-Z]");

    private final String text;
    private final Scanner scanner;

    RegistryReferenceParser(String text) {
        this.text = text;
        this.scanner = new Scanner(text, REMEDY);
    }

    RegistryReference parse() {
        if (IMAGE_ID.matcher(text).matches()) {
            throw scanner.wrong(0, "stands the id of an image, and a name is expected");
        }
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            throw scanner.wrong(scheme, "stands \"://\", and a reference has no scheme");
        }
        String registry = registry();
        String repository = repository(registry);
        String tag = scanner.took(':') ? tag() : null;
        Digest digest = scanner.took('@') ? digest() : null;
        if (!scanner.atEnd()) {
            throw scanner.expected(tag == null ? "a tag or a digest" : "a digest");
        }
        return new RegistryReference(registry, repository, tag == null && digest == null ? DEFAULT_TAG : tag, digest);
    }

    /** What stands before the first slash is a host if it cannot be part of a repository on Docker Hub. */
    private String registry() {
        int slash = text.indexOf('/');
        String first = text.substring(0, Math.max(slash, 0));
        boolean isHost = first.equals("localhost")
                || first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || UPPER.matcher(first).find();
        if (!isHost) {
            return RegistryReference.DOCKER_HUB;
        }
        String host = new HostParser(scanner).parse();
        if (!scanner.took('/')) {
            throw scanner.expected("\"/\"");
        }
        return host.equals("docker.io") ? RegistryReference.DOCKER_HUB : host;
    }

    private String repository(String registry) {
        int start = scanner.index();
        do {
            component();
        } while (scanner.took('/'));
        String written = scanner.since(start);
        boolean isOfficial = registry.equals(RegistryReference.DOCKER_HUB) && written.indexOf('/') < 0;
        String repository = isOfficial ? OFFICIAL + written : written;
        if (repository.length() > MAX_REPOSITORY) {
            int tooMany = repository.length() - MAX_REPOSITORY;
            throw scanner.wrong(
                    scanner.index() - tooMany, "a repository of more than " + MAX_REPOSITORY + " characters goes on");
        }
        return repository;
    }

    /** Letters and digits, between which a period, one or two underscores, or any number of dashes may stand. */
    private void component() {
        alphanumeric();
        while (separator()) {
            alphanumeric();
        }
    }

    private void alphanumeric() {
        if (!scanner.isLowerOrDigit()) {
            throw scanner.expected("a lower-case letter or a digit of a repository");
        }
        while (scanner.isLowerOrDigit()) {
            scanner.next();
        }
        if (scanner.isUpper()) {
            throw scanner.expected("a repository in lower case");
        }
    }

    private boolean separator() {
        if (scanner.took('.')) {
            return true;
        }
        if (scanner.took('_')) {
            boolean unused = scanner.took('_');
            return true;
        }
        boolean dashes = false;
        while (scanner.took('-')) {
            dashes = true;
        }
        return dashes;
    }

    private String tag() {
        int start = scanner.index();
        if (!scanner.isWord()) {
            throw scanner.expected("a letter, a digit or an underscore of a tag");
        }
        while (scanner.isWord() || scanner.here() == '.' || scanner.here() == '-') {
            scanner.next();
        }
        if (scanner.index() - start > MAX_TAG) {
            throw scanner.wrong(start + MAX_TAG, "a tag of more than " + MAX_TAG + " characters goes on");
        }
        return scanner.since(start);
    }

    private @Nullable Digest digest() {
        int start = scanner.index();
        while (!scanner.atEnd()) {
            scanner.next();
        }
        return Digest.parse(scanner.since(start))
                .orElseThrow(() -> scanner.wrong(
                        start,
                        "stands no digest of sha256 (64 lower-case hexadecimal digits) or sha512 (128 of them)"));
    }
}
