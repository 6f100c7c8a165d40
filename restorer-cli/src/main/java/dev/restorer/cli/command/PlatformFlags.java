package dev.restorer.cli.command;

import dev.restorer.cli.failure.CacheImageException;
import dev.restorer.cli.log.Console;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The flags of the lifecycle's restorer that are about images. Nothing here reads an image yet: a flag that asks for it
 * is told of, and one that changes nothing is taken in silence. Below the Platform API that brought it, a flag has no
 * effect. (Platform specification, restorer)
 *
 * @param flags what is given
 * @param platform the Platform API
 */
record PlatformFlags(FlagReader flags, PlatformApi platform) {

    private static final int BUILD_IMAGE_SINCE = 10;
    private static final int DAEMON_SINCE = 12;
    private static final int LAYOUT_SINCE = 12;

    static void addTo(Flags flags) {
        flags.text("cache-image", "IMAGE", "the image of the cache, which cannot be read yet (CNB_CACHE_IMAGE)");
        flags.text("build-image", "IMAGE", "passed over with a warning (CNB_BUILD_IMAGE; from Platform API 0.10)");
        flags.onOff("daemon", "passed over with a warning (CNB_USE_DAEMON; from 0.12)");
        flags.onOff("layout", "passed over with a warning (CNB_USE_LAYOUT; from 0.12)");
        flags.text("layout-dir", "DIR", "changes nothing here (CNB_LAYOUT_DIR; from 0.12)");
        flags.text("generated", "DIR", "changes nothing here (CNB_GENERATED_DIR; from 0.12)");
        flags.text("insecure-registry", "HOST", "changes nothing here (CNB_INSECURE_REGISTRIES; from 0.13)");
        flags.text("run", "FILE", "changes nothing here (CNB_RUN_PATH; from 0.14)");
    }

    /**
     * Refuses a cache image where a cache is used: the lifecycle takes the image where a directory is given too, so the
     * directory may be an old one.
     */
    void refuseCacheImage(Settings settings) {
        if (settings.skipLayers() || settings.cacheMetadata() != null) {
            return;
        }
        FlagReader.Given image = text("--cache-image", "CNB_CACHE_IMAGE");
        if (image != null) {
            throw new CacheImageException(image.by(), image.text());
        }
    }

    /** Tells of each flag that asks for what cannot be done yet. */
    void tell(Console console) {
        if (platform.atLeast(BUILD_IMAGE_SINCE)) {
            FlagReader.Given image = text("--build-image", "CNB_BUILD_IMAGE");
            passOver(image == null ? null : image.by(), "no build image gets into analyzed.toml", console);
        }
        if (platform.atLeast(DAEMON_SINCE)) {
            passOver(isOn("--daemon", "CNB_USE_DAEMON"), "the run image in analyzed.toml stays as it is", console);
        }
        if (platform.atLeast(LAYOUT_SINCE)) {
            passOver(isOn("--layout", "CNB_USE_LAYOUT"), "the run image in analyzed.toml stays as it is", console);
        }
    }

    private static void passOver(@Nullable String by, String consequence, Console console) {
        if (by != null) {
            console.log(
                    Level.WARN,
                    by + " is passed over, since images cannot be read yet: " + consequence
                            + ". For a build with image extensions run the restorer of the lifecycle, else leave it out.");
        }
    }

    /** An empty flag says that there is none, whatever the variable holds. */
    private FlagReader.@Nullable Given text(String flag, String variable) {
        String value = flags.has(flag) ? flags.text(flag) : flags.environment().value(variable);
        if (value == null || value.isEmpty()) {
            return null;
        }
        return new FlagReader.Given(flags.has(flag) ? flag : variable, value);
    }

    /** Returns what switches it on, or null if it is off. */
    private @Nullable String isOn(String flag, String variable) {
        Boolean given = flags.onOff(flag);
        if (given != null) {
            return given ? flag : null;
        }
        return flags.environment().isOn(variable) ? variable : null;
    }
}
