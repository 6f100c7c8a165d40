package dev.restorer.spi;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The platform of an image. Its values are those of Go's {@code GOOS} and {@code GOARCH}. (OCI image format, config and
 * index)
 *
 * @param os the operating system, such as {@code linux}; empty if unknown
 * @param architecture the architecture, such as {@code amd64}; empty if unknown
 * @param variant the variant of the architecture, such as {@code v8}, or null if unknown
 * @since 0.1
 */
public record ImagePlatform(
        String os, String architecture, @Nullable String variant) {

    /**
     * Checks that operating system and architecture are not null.
     *
     * @param os the operating system, such as {@code linux}
     * @param architecture the architecture, such as {@code amd64}
     * @param variant the variant of the architecture, such as {@code v8}, or null if unknown
     * @throws NullPointerException if os or architecture is null
     */
    public ImagePlatform {
        Objects.requireNonNull(os, "os");
        Objects.requireNonNull(architecture, "architecture");
    }

    /**
     * Returns Linux on an architecture.
     *
     * @param javaArchitecture the architecture, as in the system property {@code os.arch}
     * @return the platform, without a variant
     */
    public static ImagePlatform linux(String javaArchitecture) {
        String name = javaArchitecture.toLowerCase(Locale.ROOT);
        String architecture = switch (name) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case "x86", "i386", "i486", "i586", "i686" -> "386";
            case "ppc64el" -> "ppc64le";
            case "loongarch64" -> "loong64";
            default -> name;
        };
        return new ImagePlatform("linux", architecture, null);
    }

    /** Returns operating system, architecture and variant, separated by slashes. */
    @Override
    public String toString() {
        return os + "/" + architecture + (variant == null ? "" : "/" + variant);
    }
}
