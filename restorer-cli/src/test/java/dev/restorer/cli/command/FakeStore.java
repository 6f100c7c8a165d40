package dev.restorer.cli.command;

import dev.restorer.api.Owner;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;
import dev.restorer.testing.RecordingShaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A provider of the schemes in the tests, which records what it opens. */
final class FakeStore implements ShaStoreProvider {

    final List<String> opened = new ArrayList<>();
    final List<Owner> owners = new ArrayList<>();
    final RecordingShaStore store = new RecordingShaStore();

    /** An action after a store was opened. */
    Runnable afterwards = () -> {};

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("memory", "files", "fake");
    }

    @Override
    public String usage() {
        return "memory: or fake:/a/directory";
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        opened.add(configuration.uri() + " in " + configuration.layersDirectory());
        if (configuration.owner() != null) {
            owners.add(configuration.owner());
        }
        afterwards.run();
        return store;
    }
}
