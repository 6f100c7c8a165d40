package dev.restorer.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the engine does not support a Platform API or a Buildpack API.
 *
 * @since 0.1
 */
public final class UnknownApiException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /** The version as it was specified. */
    private final String version;

    /** The buildpack that specifies the version, or null for a Platform API. */
    private final @Nullable String buildpackId;

    private UnknownApiException(String version, @Nullable String buildpackId, String problem, List<ApiVersion> known) {
        super(
                problem,
                "Known versions: " + known.stream().map(ApiVersion::toString).collect(Collectors.joining(", ")));
        this.version = version;
        this.buildpackId = buildpackId;
    }

    /**
     * Creates the exception for a Platform API.
     *
     * @param version the version as it was specified
     * @return the exception
     */
    public static UnknownApiException platform(String version) {
        return new UnknownApiException(
                version, null, "Platform API " + Quoted.quote(version) + " is not known", KnownApis.PLATFORM);
    }

    /**
     * Creates the exception for a Buildpack API.
     *
     * @param buildpack the buildpack that specifies it
     * @return the exception
     */
    public static UnknownApiException buildpack(Buildpack buildpack) {
        return new UnknownApiException(buildpack.api(), buildpack.id(), problem(buildpack), KnownApis.BUILDPACK);
    }

    private static String problem(Buildpack buildpack) {
        String name = Quoted.quote(buildpack.id());
        return buildpack.api().isEmpty()
                ? "Buildpack " + name
                        + " has no Buildpack API: its entry in the group has no api, such as api = \"0.12\""
                : "Buildpack API " + Quoted.quote(buildpack.api()) + " of buildpack " + name + " is not known";
    }

    /**
     * Returns the version.
     *
     * @return the version as it was specified
     */
    public String version() {
        return version;
    }

    /**
     * Returns the buildpack that specifies the version.
     *
     * @return the id of the buildpack, or null if it is a Platform API
     */
    public @Nullable String buildpackId() {
        return buildpackId;
    }
}
