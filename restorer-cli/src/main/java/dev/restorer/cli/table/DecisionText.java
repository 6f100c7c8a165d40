package dev.restorer.cli.table;

import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.MetadataSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats what is known about the metadata of a layer. */
public final class DecisionText {

    private DecisionText() {}

    /**
     * Formats a source.
     *
     * @param source the source, or null if there is none
     * @return its name, or a dash
     */
    public static String source(@Nullable MetadataSource source) {
        if (source == null) {
            return "-";
        }
        return source == MetadataSource.APP_IMAGE ? "app image" : "cache";
    }

    /**
     * Formats the types of a layer.
     *
     * @param decision a decision about the layer, or null if its source does not list the layer
     * @return their names, {@code none}, or a dash if there is no decision
     */
    public static String types(@Nullable LayerDecision decision) {
        if (decision == null) {
            return "-";
        }
        LayerTypes types = decision.metadata().types();
        String names = Stream.of(
                        types.build() ? "build" : "", types.launch() ? "launch" : "", types.cache() ? "cache" : "")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "none" : names;
    }
}
