package dev.restorer.images.reference;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code [host[:port]/]repository[:tag][@digest]} by the grammar of {@code github.com/distribution/reference}.
 * The name of Docker Hub is that of the lifecycle, {@code index.docker.io}. (Package name of go-containerregistry)
 */
final class RegistryReferenceParser {

    private static final String REMEDY =
            "Write [HOST[:PORT]/]REPOSITORY[:TAG][@sha256:…], with the repository in lower case, or oci:DIR";
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
            throw scanner.invalid(0, "there is the id of an image instead of a name");
        }
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            throw scanner.invalid(scheme, "there is \"://\", but a reference has no scheme");
        }
        String registry = registry();
        String repository = repository(registry);
        String tag = scanner.accept(':') ? tag() : null;
        Digest digest = scanner.accept('@') ? digest() : null;
        if (!scanner.atEnd()) {
            throw scanner.expected(tag == null ? "a tag or a digest" : "a digest");
        }
        return new RegistryReference(registry, repository, tag == null && digest == null ? DEFAULT_TAG : tag, digest);
    }

    /** Parses the text before the first slash, which is a host if it cannot be part of a repository on Docker Hub. */
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
        if (!scanner.accept('/')) {
            throw scanner.expected("\"/\"");
        }
        return host.equals("docker.io") ? RegistryReference.DOCKER_HUB : host;
    }

    private String repository(String registry) {
        int start = scanner.index();
        do {
            component();
        } while (scanner.accept('/'));
        String text = scanner.textSince(start);
        boolean isOfficial = registry.equals(RegistryReference.DOCKER_HUB) && text.indexOf('/') < 0;
        String repository = isOfficial ? OFFICIAL + text : text;
        if (repository.length() > MAX_REPOSITORY) {
            int tooMany = repository.length() - MAX_REPOSITORY;
            throw scanner.invalid(
                    scanner.index() - tooMany, "the repository exceeds " + MAX_REPOSITORY + " characters");
        }
        return repository;
    }

    /** Parses letters and digits, separated by a period, one or two underscores, or any number of dashes. */
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
        if (scanner.accept('.')) {
            return true;
        }
        if (scanner.accept('_')) {
            boolean unused = scanner.accept('_');
            return true;
        }
        boolean dashes = false;
        while (scanner.accept('-')) {
            dashes = true;
        }
        return dashes;
    }

    private String tag() {
        int start = scanner.index();
        if (!scanner.isWord()) {
            throw scanner.expected("a letter, a digit or an underscore of a tag");
        }
        while (scanner.isWord() || scanner.current() == '.' || scanner.current() == '-') {
            scanner.next();
        }
        if (scanner.index() - start > MAX_TAG) {
            throw scanner.invalid(start + MAX_TAG, "the tag exceeds " + MAX_TAG + " characters");
        }
        return scanner.textSince(start);
    }

    private @Nullable Digest digest() {
        int start = scanner.index();
        while (!scanner.atEnd()) {
            scanner.next();
        }
        return Digest.parse(scanner.textSince(start))
                .orElseThrow(
                        () -> scanner.invalid(
                                start,
                                "there is no valid digest of sha256 (64 lower-case hexadecimal digits) or sha512 (128 digits)"));
    }
}
