package dev.restorer.cli.command;

import dev.restorer.cli.failure.CacheImageException;
import dev.restorer.cli.log.Console;
import dev.restorer.spi.ImageSourceConfiguration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The flags of the lifecycle's restorer for images. Images cannot be read yet: a flag that requires it is ignored with
 * a warning, and a flag without effect is accepted silently. Below the Platform API that introduced it, a flag has no
 * effect. (Platform specification, restorer)
 *
 * @param flags the flags
 * @param platform the Platform API
 */
record PlatformFlags(FlagReader flags, PlatformApi platform) {

    private static final int LAYOUT_SINCE = 12;

    static void addTo(Flags flags) {
        flags.text("cache-image", "IMAGE", "the image of the cache; not supported yet (CNB_CACHE_IMAGE)");
        flags.onOff("layout", "ignored with a warning (CNB_USE_LAYOUT; from 0.12)");
        flags.text("layout-dir", "DIR", "no effect (CNB_LAYOUT_DIR; from 0.12)");
        flags.text("insecure-registry", "HOST", "no effect (CNB_INSECURE_REGISTRIES; from 0.13)");
    }

    /**
     * Rejects a cache image if a cache is used. If both an image and a directory are given, the lifecycle uses the
     * image, so the directory may be outdated.
     */
    void refuseCacheImage(Settings settings) {
        if (settings.skipLayers() || settings.cacheMetadata() != null) {
            return;
        }
        FlagReader.Value image = text("--cache-image", "CNB_CACHE_IMAGE");
        if (image != null) {
            throw new CacheImageException(image.source(), image.text());
        }
    }

    /** Logs a warning for each flag that requires images. */
    void warnAboutIgnored(Console console) {
        if (platform.atLeast(LAYOUT_SINCE)) {
            warnIfGiven(
                    sourceIfOn("--layout", "CNB_USE_LAYOUT"), "the run image in analyzed.toml stays as it is", console);
        }
    }

    private static void warnIfGiven(@Nullable String source, String consequence, Console console) {
        if (source != null) {
            console.log(
                    Level.WARN,
                    source + " is passed over, since images cannot be read yet: " + consequence
                            + ". For a build with image extensions run the restorer of the lifecycle, else leave it out.");
        }
    }

    /** Tells whether images are in a directory of OCI layouts, which cannot be read yet. */
    boolean layout() {
        return platform.atLeast(LAYOUT_SINCE) && sourceIfOn("--layout", "CNB_USE_LAYOUT") != null;
    }

    /** Returns where and how to look for images. */
    ImageSourceConfiguration configuration(Map<String, String> variables) {
        return ImageSourceConfiguration.builder().environment(variables).build();
    }

    /** Returns the value. An empty flag means that there is no value, even if the variable has one. */
    private FlagReader.@Nullable Value text(String flag, String variable) {
        String value = flags.has(flag) ? flags.text(flag) : flags.environment().value(variable);
        if (value == null || value.isEmpty()) {
            return null;
        }
        return new FlagReader.Value(flags.has(flag) ? flag : variable, value);
    }

    /** Returns the flag or variable that is true, or null if the value is false. */
    private @Nullable String sourceIfOn(String flag, String variable) {
        Boolean given = flags.onOff(flag);
        if (given != null) {
            return given ? flag : null;
        }
        return flags.environment().isOn(variable) ? variable : null;
    }
}
