package dev.restorer.images.credentials;

import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.vendors.Vendor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up credentials in several sources, in this order: those of the configuration, {@code CNB_REGISTRY_AUTH},
 * {@code DOCKER_AUTH_CONFIG}, the {@code config.json} of Docker, {@code REGISTRY_AUTH_FILE}, the {@code auth.json} of
 * Podman. Files are read when this object is created; helper programs run when a credential is needed.
 */
public final class CredentialSources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");

    /** Those of the configuration and of the variable, which are meant for this build. */
    private final List<ImageCredentials> chosen = new ArrayList<>();

    /** Those of the files and of the variable of Docker, which are found where this user or machine has them. */
    private final List<ImageCredentials> files;

    /** The problems that were logged, each of them once. */
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    private final HelperPrograms programs;

    private CredentialSources(HelperPrograms programs, List<ImageCredentials> files) {
        this.programs = programs;
        this.files = files;
    }

    /**
     * Reads the files with credentials.
     *
     * @param configuration the configuration with credentials and the environment
     * @return the credentials
     */
    public static CredentialSources of(ImageSourceConfiguration configuration) {
        Map<String, String> environment = configuration.environment();
        HelperPrograms programs = new HelperPrograms(environment, configuration.readTimeout());
        CredentialFiles files = new CredentialFiles(programs, configuration.files());
        files.addNamedIn(environment);
        CredentialSources found = new CredentialSources(programs, files.found());
        found.chosen.add(named(configuration.credentials()));
        String variable = environment.getOrDefault(AuthVariable.NAME, "");
        if (!variable.isBlank()) {
            byte[] json = variable.getBytes(StandardCharsets.UTF_8);
            found.chosen.add(UnreadableCredentials.unlessParsed(AuthVariable.NAME, json, AuthVariable::parse));
        }
        return found;
    }

    /** Names the class of credentials that were passed in if they fail. */
    private static ImageCredentials named(ImageCredentials credentials) {
        Vendor vendor = new Vendor(credentials, "source of credentials");
        return (registry, repository) -> vendor.call(
                "credentials for " + registry + "/" + repository, () -> credentials.credential(registry, repository));
    }

    /**
     * Looks up the credential for a repository. A file or helper program that cannot be used is logged, and ends the
     * lookup without a credential, as in the lifecycle: the image may be public.
     *
     * @param registry the registry
     * @param repository the repository
     * @return the credential, or none, with the reason if a file or helper program cannot be used
     * @throws ImageReadException if the credentials of the configuration or of {@code CNB_REGISTRY_AUTH} cannot be used
     */
    public FoundCredential find(String registry, String repository) {
        ImageCredential found = first(chosen, registry, repository);
        if (found != null) {
            return new FoundCredential(found, null);
        }
        try {
            return new FoundCredential(first(files, registry, repository), null);
        } catch (ImageReadException e) {
            if (programs.isClosed() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            if (logged.add(registry + ": " + e.problem())) {
                LOG.warn("{} is read without credentials: {}. {}.", registry, e.problem(), e.remedy());
            }
            return new FoundCredential(null, e);
        }
    }

    private static @Nullable ImageCredential first(List<ImageCredentials> sources, String registry, String repository) {
        for (ImageCredentials each : sources) {
            Optional<ImageCredential> credential = each.credential(registry, repository);
            if (credential.isPresent()) {
                return credential.get();
            }
        }
        return null;
    }

    /** Terminates running helper programs. */
    @Override
    public void close() {
        programs.close();
    }
}
