package dev.restorer.images.registry;

import dev.restorer.images.credentials.CredentialSources;
import dev.restorer.images.manifest.Descriptor;
import dev.restorer.images.manifest.DocumentChecks;
import dev.restorer.images.manifest.ImageReader;
import dev.restorer.images.manifest.Limits;
import dev.restorer.images.manifest.MediaTypes;
import dev.restorer.images.manifest.StoredImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.http.RegistryFailures;
import dev.restorer.images.registry.http.Request;
import dev.restorer.images.registry.http.Response;
import dev.restorer.images.registry.http.Retries;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageSourceConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds images in registries. */
public final class RegistryImages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");
    private static final int OK = 200;
    private static final Map<String, String> ACCEPT = Map.of("Accept", MediaTypes.ACCEPTED);

    private final ImageSourceConfiguration configuration;
    private final Repositories repositories;

    /**
     * Creates an object with its own connections, tokens and certificates. No registry is contacted.
     *
     * @param configuration the configuration
     * @param credentials the credentials
     */
    public RegistryImages(ImageSourceConfiguration configuration, CredentialSources credentials) {
        this(configuration, credentials, Retries.defaults(), SystemDefaultDnsResolver.INSTANCE);
    }

    RegistryImages(
            ImageSourceConfiguration configuration,
            CredentialSources credentials,
            Retries retries,
            DnsResolver system) {
        this.configuration = configuration;
        this.repositories = new Repositories(configuration, credentials, retries, system);
    }

    /**
     * Finds an image.
     *
     * @param reference the image
     * @return the image; empty if it does not exist, or if the registry requires credentials and there are none for it
     */
    public Optional<Image> image(RegistryReference reference) {
        Deadline deadline = Deadline.in(configuration.timeout());
        try {
            return image(reference, repositories.of(reference, deadline), deadline);
        } catch (ImageReadException e) {
            throw RegistryFailures.ofReference(reference, e);
        } catch (IOException e) {
            throw RegistryFailures.of(reference, repositories.explained(e, deadline));
        }
    }

    private Optional<Image> image(RegistryReference reference, Repository repository, Deadline deadline)
            throws IOException {
        Response response =
                repository.get("/manifests/" + reference.tagOrDigest(), manifest(Limits.MAX_MANIFEST), deadline);
        int status = response.status();
        if (status != OK) {
            response.discard();
        }
        try {
            return switch (status) {
                case OK -> read(reference, repository, response, deadline);
                case 404 -> Optional.empty();
                case 401, 403 -> unauthorized(reference, repository, status, deadline);
                default -> throw RegistryFailures.status(reference, status);
            };
        } catch (UnauthorizedException e) {
            return unauthorized(reference, repository, e.status(), deadline);
        }
    }

    private static Request manifest(int maxBytes) {
        return Request.document(ACCEPT, maxBytes);
    }

    private static Optional<Image> unauthorized(
            RegistryReference reference, Repository repository, int status, Deadline deadline) throws IOException {
        if (repository.hasCredential(deadline)) {
            throw RegistryFailures.rejectedCredentials(reference, status);
        }
        LOG.debug("{} replies with {}, and there are no credentials for {}", reference.registry(), status, reference);
        return Optional.empty();
    }

    private Optional<Image> read(
            RegistryReference reference, Repository repository, Response response, Deadline deadline)
            throws IOException {
        ImageReader reader = new ImageReader(
                new StoredImage.Name(reference.toString(), reference.withoutTagOrDigest()),
                configuration.platform(),
                new RegistryDocuments(repository, deadline));
        String type = MediaTypes.withoutParameters(response.header("Content-Type"));
        byte[] json = response.read(Limits.MAX_MANIFEST);
        DocumentChecks checks = new DocumentChecks(reference.toString());
        checks.requireWithin("manifest", json.length, Limits.MAX_MANIFEST);
        Digest digest = reference.digest() != null ? reference.digest() : Digest.sha256(json);
        if (!digest.isOf(json)) {
            throw checks.damaged("its manifest does not have the digest " + digest);
        }
        return reader.read(digest.toString(), json, type, blob -> blob(repository, blob));
    }

    private Optional<InputStream> blob(Repository repository, Descriptor blob) throws IOException {
        Deadline deadline = Deadline.in(configuration.timeout());
        Response response = repository.blob(blob, Map.of(), deadline);
        if (response.status() == OK) {
            return Optional.of(new ResumedBlob(repository, blob, deadline, response));
        }
        response.discard();
        if (response.status() == 404) {
            return Optional.empty();
        }
        throw new IOException(
                "for the blob " + blob.digest() + " the registry replies with status " + response.status());
    }

    private record RegistryDocuments(Repository repository, Deadline deadline) implements ImageReader.Documents {

        @Override
        public Optional<byte[]> manifest(Descriptor descriptor) throws IOException {
            return bytes(
                    repository.get(
                            "/manifests/" + descriptor.digest(),
                            RegistryImages.manifest((int) descriptor.size()),
                            deadline),
                    descriptor);
        }

        @Override
        public Optional<byte[]> config(Descriptor descriptor) throws IOException {
            Response response = repository.get("/blobs/" + descriptor.digest(), Request.stream(Map.of()), deadline);
            if (response.status() != OK) {
                return bytes(response, descriptor);
            }
            try (InputStream in = new ResumedBlob(repository, descriptor, deadline, response)) {
                return Optional.of(in.readNBytes((int) descriptor.size() + 1));
            }
        }

        private static Optional<byte[]> bytes(Response response, Descriptor descriptor) throws IOException {
            if (response.status() == OK) {
                return Optional.of(response.read((int) descriptor.size()));
            }
            response.discard();
            return switch (response.status()) {
                case 404 -> Optional.empty();
                case 401, 403 -> throw new UnauthorizedException(response.status());
                default ->
                    throw new NonRetryableException(
                            "for " + descriptor.digest() + " it replies with status " + response.status());
            };
        }
    }

    @Override
    public void close() {
        repositories.close();
    }
}
