package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials in a {@code config.json} of Docker or an {@code auth.json} of Podman, which have the same format. As
 * in Docker and Podman, the order is: the helper program for the host, the helper program for all hosts, the entries of
 * the file.
 */
final class AuthFile implements ImageCredentials {

    private final String name;
    private final HelperPrograms programs;
    private final Map<String, AuthEntry> entries = new HashMap<>();

    /** The entries whose keys are written as Docker writes them, which come before those of other keys. */
    private final Map<String, AuthEntry> usualEntries = new HashMap<>();

    private final Map<String, String> helpers = new HashMap<>();
    private String store = "";

    private AuthFile(String name, HelperPrograms programs) {
        this.name = name;
        this.programs = programs;
    }

    static AuthFile parse(String name, byte[] json, HelperPrograms programs) {
        return JsonReader.read(json, reader -> {
            AuthFile file = new AuthFile(name, programs);
            reader.object(field -> file.field(reader, field));
            return file;
        });
    }

    /** Returns the entries alone, for a source that may name programs of another machine. */
    AuthFile withoutPrograms() {
        helpers.clear();
        store = "";
        return this;
    }

    private void field(JsonReader json, String field) {
        switch (field) {
            case "auths" ->
                json.object(key -> {
                    AuthEntry entry = AuthEntry.read(json);
                    if (!entry.isEmpty()) {
                        (AuthKeys.isUsual(key) ? usualEntries : entries).put(AuthKeys.normalized(key), entry);
                    }
                });
            case "credHelpers", "credhelpers" ->
                json.object(key -> helpers.put(AuthKeys.normalized(key), json.string()));
            case "credsStore", "credsstore" -> store = json.string();
            default -> json.other(field, known -> field(json, known));
        }
    }

    @Override
    public Optional<ImageCredential> credential(String registry, String repository) {
        return fromProgram(helpers.get(AuthKeys.normalized(registry)), registry, repository)
                .or(() -> fromProgram(store, registry, repository))
                .or(() -> fromEntry(registry, repository));
    }

    private Optional<ImageCredential> fromProgram(@Nullable String program, String registry, String repository) {
        return program == null || program.isEmpty()
                ? Optional.empty()
                : programs.credential(program, registry, repository);
    }

    private Optional<ImageCredential> fromEntry(String registry, String repository) {
        for (String key : AuthKeys.of(registry, repository)) {
            AuthEntry entry = usualEntries.getOrDefault(key, entries.get(key));
            if (entry != null) {
                return Optional.of(entry.credential()
                        .orElseThrow(() -> CredentialFailures.of(
                                registry,
                                repository,
                                "the entry of " + name + " for " + key + " has no valid user and password",
                                "Log in to the registry again")));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "credentials in " + name;
    }
}
