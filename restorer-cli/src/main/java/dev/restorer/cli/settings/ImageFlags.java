package dev.restorer.cli.settings;

import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.arguments.Flags;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flags for the images of the cache and of the previous build, and for where images are. Below the Platform API
 * that introduced it, a flag has no effect. (Platform specification, restorer)
 *
 * @param flags the flags
 * @param platform the Platform API
 */
record ImageFlags(FlagReader flags, PlatformApi platform) {

    private static final int LAYOUT_SINCE = 12;
    private static final int INSECURE_SINCE = 13;
    private static final String PREVIOUS_IMAGE = "--previous-image";
    private static final String LAYOUT = "--layout";
    private static final String LAYOUT_DIR = "--layout-dir";
    private static final String INSECURE = "--insecure-registry";

    static void addTo(Flags flags) {
        flags.text(
                "cache-image",
                "IMAGE",
                "the image of the cache, instead of a cache directory (CNB_CACHE_IMAGE; default: no cache)");
        flags.text(
                "previous-image",
                "IMAGE",
                "the image of the previous build, whose label has the app metadata, instead of an analyzed.toml;"
                        + " the image in CNB_PREVIOUS_IMAGE is used only if no other app metadata is found");
        flags.onOff(
                "layout",
                "reads the previous image and base images from --layout-dir (CNB_USE_LAYOUT; from Platform API 0.12)");
        flags.text("layout-dir", "DIR", "the directory of OCI layouts (CNB_LAYOUT_DIR; from 0.12)");
        flags.texts(
                "insecure-registry",
                "HOST",
                "a registry, with its port, that is read without TLS or with a certificate that is not verified; may be"
                        + " repeated (from 0.13; CNB_INSECURE_REGISTRIES, with commas, from 0.3)");
    }

    ImageSettings read() {
        String previous = previous();
        String layout = platform.atLeast(LAYOUT_SINCE) ? flags.sourceIfOn(LAYOUT, "CNB_USE_LAYOUT") : null;
        ImageSettings images = new ImageSettings(
                flags.givenTextUnlessEmpty("--cache-image", "CNB_CACHE_IMAGE"),
                previous,
                previous != null && flags.has(PREVIOUS_IMAGE),
                layout,
                layout == null ? null : flags.paths().givenUnlessEmpty(LAYOUT_DIR, "CNB_LAYOUT_DIR"),
                insecureRegistries());
        if (previous != null) {
            requireLayoutDirectory(images, flags);
        }
        return images;
    }

    private @Nullable String previous() {
        String previous = flags.givenTextUnlessEmpty(PREVIOUS_IMAGE, "CNB_PREVIOUS_IMAGE");
        if (previous == null || !flags.has("--app-metadata")) {
            return previous;
        }
        if (flags.has(PREVIOUS_IMAGE)) {
            throw flags.wrong(PREVIOUS_IMAGE + " and --app-metadata exclude each other: give one of them");
        }
        return null;
    }

    /** Requires the directory of OCI layouts, where an image is read from it. */
    static void requireLayoutDirectory(ImageSettings images, FlagReader flags) {
        if (images.usesLayout() && images.layoutDirectory() == null) {
            throw flags.wrong(LAYOUT_DIR + " (CNB_LAYOUT_DIR) is missing, since " + images.layoutRequestedBy()
                    + " is given: give it, or omit " + images.layoutRequestedBy());
        }
    }

    /** As in the lifecycle, the flag adds to its variable, and the variable has an effect in each Platform API. */
    private Set<String> insecureRegistries() {
        Set<String> hosts = new LinkedHashSet<>();
        String variable = flags.process().variable("CNB_INSECURE_REGISTRIES");
        add(variable == null ? List.of() : List.of(variable), hosts);
        if (platform.atLeast(INSECURE_SINCE)) {
            add(flags.arguments().texts(INSECURE), hosts);
        }
        return hosts;
    }

    private static void add(List<String> lists, Set<String> hosts) {
        for (String list : lists) {
            for (String host : list.split(",", -1)) {
                if (!host.isBlank()) {
                    hosts.add(host.strip());
                }
            }
        }
    }
}
