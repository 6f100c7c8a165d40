package dev.restorer.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The API versions that the engine supports.
 *
 * @since 0.1
 */
public final class KnownApis {

    /** The Platform APIs, oldest first: 0.3 to 0.15. */
    public static final List<ApiVersion> PLATFORM = zeroDot(3, 15);

    /** The Buildpack APIs, oldest first: 0.2 to 0.12. */
    public static final List<ApiVersion> BUILDPACK = zeroDot(2, 12);

    private KnownApis() {}

    /**
     * Returns the newest Platform API.
     *
     * @return the last of {@link #PLATFORM}
     */
    public static ApiVersion newestPlatform() {
        return PLATFORM.get(PLATFORM.size() - 1);
    }

    /**
     * Finds a Platform API.
     *
     * @param version the version as the platform specifies it
     * @return the version, or empty if {@link #PLATFORM} does not contain it
     */
    public static Optional<ApiVersion> platform(String version) {
        return find(version, PLATFORM);
    }

    /**
     * Finds a Buildpack API.
     *
     * @param version the version as the buildpack specifies it
     * @return the version, or empty if {@link #BUILDPACK} does not contain it
     */
    public static Optional<ApiVersion> buildpack(String version) {
        return find(version, BUILDPACK);
    }

    private static Optional<ApiVersion> find(String version, List<ApiVersion> known) {
        return ApiVersion.parse(version).filter(parsed -> Collections.binarySearch(known, parsed) >= 0);
    }

    private static List<ApiVersion> zeroDot(int first, int last) {
        List<ApiVersion> versions = new ArrayList<>();
        for (int minor = first; minor <= last; minor++) {
            versions.add(new ApiVersion(0, minor));
        }
        return List.copyOf(versions);
    }
}
