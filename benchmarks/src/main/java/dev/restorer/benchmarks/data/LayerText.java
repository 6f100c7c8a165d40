package dev.restorer.benchmarks.data;

import java.util.Locale;

/** One layer in the formats of a build's files, with realistic metadata. */
final class LayerText {

    /** The types of a layer. */
    record Types(boolean build, boolean launch, boolean cache) {}

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private LayerText() {}

    static void json(StringBuilder to, int layer, Types types) {
        String digest = digest(layer);
        to.append('"')
                .append(name(layer))
                .append("\":{\"sha\":\"sha256:")
                .append(digest)
                .append("\",\"data\":{\"built-at\":\"2026-01-01T00:00:00Z\",\"stack\":\"io.example.stacks.base\",")
                .append("\"dependency\":{\"name\":\"dependency-")
                .append(layer)
                .append("\",\"version\":\"1.2.")
                .append(layer)
                .append("\",\"uri\":\"https://artifacts.example.com/dependency-")
                .append(layer)
                .append(".tgz\",\"checksum\":\"sha256:")
                .append(digest)
                .append("\",\"licenses\":[\"MIT\",\"Apache-2.0\"],\"source\":{\"size\":")
                .append(1_000_000 + layer)
                .append(",\"signed\":true}},\"environment\":{\"NODE_ENV\":\"production\",\"NODE_HOME\":\"node\"}},")
                .append("\"build\":")
                .append(types.build())
                .append(",\"launch\":")
                .append(types.launch())
                .append(",\"cache\":")
                .append(types.cache())
                .append('}');
    }

    static void toml(StringBuilder to, int layer, Types types) {
        String table = "[metadata.buildpacks.layers." + name(layer);
        String digest = digest(layer);
        to.append(table).append("]\nsha = \"sha256:").append(digest).append("\"\n");
        to.append("build = ").append(types.build()).append('\n');
        to.append("launch = ").append(types.launch()).append('\n');
        to.append("cache = ").append(types.cache()).append('\n');
        to.append(table)
                .append(".metadata]\nbuilt-at = \"2026-01-01T00:00:00Z\"\nstack = \"io.example.stacks.base\"\n");
        to.append(table).append(".metadata.dependency]\nname = \"dependency-").append(layer);
        to.append("\"\nversion = \"1.2.").append(layer);
        to.append("\"\nuri = \"https://artifacts.example.com/dependency-").append(layer);
        to.append(".tgz\"\nchecksum = \"sha256:").append(digest);
        to.append("\"\nlicenses = [\"MIT\", \"Apache-2.0\"]\n");
        to.append(table).append(".metadata.dependency.source]\nsize = ").append(1_000_000 + layer);
        to.append("\nsigned = true\n");
        to.append(table).append(".metadata.environment]\nNODE_ENV = \"production\"\nNODE_HOME = \"node\"\n");
    }

    /** With leading zeros, the order of the layers is that of their names, in which the exporter writes them. */
    private static String name(int layer) {
        return String.format(Locale.ROOT, "layer-%07d", layer);
    }

    /** Returns sixty-four digits that look like a digest. */
    private static String digest(int layer) {
        long bits = (layer + 1) * SPREAD;
        return String.format(Locale.ROOT, "%016x", bits).repeat(4);
    }
}
