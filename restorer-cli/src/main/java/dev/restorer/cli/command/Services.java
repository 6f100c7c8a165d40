package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import java.util.function.Supplier;

/**
 * What the command calls, each looked for only when it is needed.
 *
 * @param reader finds what reads metadata
 * @param restorer finds what plans and restores
 * @param shaStores finds the SHA stores
 */
public record Services(
        Supplier<MetadataReader> reader, Supplier<LayerRestorer> restorer, Supplier<ShaStores> shaStores) {

    /**
     * Returns what is on the module path or class path.
     *
     * @return services that are looked for
     */
    public static Services found() {
        return new Services(MetadataReader::load, LayerRestorer::load, ShaStores::load);
    }
}
