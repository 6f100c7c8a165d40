package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import java.util.function.Supplier;

/**
 * The services that the command calls, each of which is found only when it is needed.
 *
 * @param reader finds the metadata reader
 * @param restorer finds the restorer
 * @param shaStores finds the SHA stores
 */
public record Services(
        Supplier<MetadataReader> reader, Supplier<LayerRestorer> restorer, Supplier<ShaStores> shaStores) {

    /**
     * Returns the services on the module path or class path.
     *
     * @return the services
     */
    public static Services found() {
        return new Services(MetadataReader::load, LayerRestorer::load, ShaStores::load);
    }
}
