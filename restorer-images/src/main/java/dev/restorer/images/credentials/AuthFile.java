package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials in a {@code config.json} of Docker or an {@code auth.json} of Podman, which are of one form. As there,
 * a program that is named for the host is asked before a program that is named for all, and entries of the file come
 * last.
 */
final class AuthFile implements ImageCredentials {

    private final String name;
    private final HelperPrograms programs;
    private final Map<String, AuthEntry> entries = new HashMap<>();
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

    private void field(JsonReader json, String field) {
        switch (field) {
            case "auths" ->
                json.object(key -> {
                    AuthEntry entry = AuthEntry.read(json);
                    if (!entry.isEmpty()) {
                        entries.put(AuthKeys.normalized(key), entry);
                    }
                });
            case "credHelpers" -> json.object(key -> helpers.put(AuthKeys.normalized(key), json.string()));
            case "credsStore" -> store = json.string();
            default -> json.skip();
        }
    }

    @Override
    public Optional<ImageCredential> credential(String registry, String repository) {
        return ofProgram(helpers.get(AuthKeys.normalized(registry)), registry, repository)
                .or(() -> ofProgram(store, registry, repository))
                .or(() -> ofEntry(registry, repository));
    }

    private Optional<ImageCredential> ofProgram(@Nullable String program, String registry, String repository) {
        return program == null || program.isEmpty()
                ? Optional.empty()
                : programs.credential(program, registry, repository);
    }

    private Optional<ImageCredential> ofEntry(String registry, String repository) {
        for (String key : AuthKeys.of(registry, repository)) {
            AuthEntry entry = entries.get(key);
            if (entry != null) {
                return Optional.of(entry.credential()
                        .orElseThrow(() -> Failures.of(
                                registry,
                                repository,
                                "what " + name + " has for " + key + " is no user and password in Base64",
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
