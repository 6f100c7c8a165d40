package dev.restorer.core.metadata;

import dev.restorer.spi.ImagePlatform;
import java.util.LinkedHashMap;
import java.util.Map;

/** The system that an image runs on, with the keys of {@code analyzed.toml}. */
public final class RunImageTarget {

    private static final String ID_LABEL = "io.buildpacks.base.id";
    private static final String NAME_LABEL = "io.buildpacks.base.distro.name";
    private static final String VERSION_LABEL = "io.buildpacks.base.distro.version";

    private RunImageTarget() {}

    /**
     * Returns the target of an image. What the image does not say is left out, except operating system, architecture,
     * and one of the two parts of a distribution.
     *
     * @param platform the platform of the image
     * @param labels the labels of the image
     * @return keys and values
     */
    public static Map<String, Object> of(ImagePlatform platform, Map<String, String> labels) {
        Map<String, Object> target = new LinkedHashMap<>();
        putUnlessEmpty(target, "id", labels.getOrDefault(ID_LABEL, ""));
        target.put("os", platform.os());
        target.put("arch", platform.architecture());
        String variant = platform.variant();
        putUnlessEmpty(target, "arch-variant", variant == null ? "" : variant);
        if (labels.containsKey(NAME_LABEL) || labels.containsKey(VERSION_LABEL)) {
            Map<String, Object> distro = new LinkedHashMap<>();
            distro.put("name", labels.getOrDefault(NAME_LABEL, ""));
            distro.put("version", labels.getOrDefault(VERSION_LABEL, ""));
            target.put("distro", distro);
        }
        return target;
    }

    private static void putUnlessEmpty(Map<String, Object> target, String key, String value) {
        if (!value.isEmpty()) {
            target.put(key, value);
        }
    }
}
