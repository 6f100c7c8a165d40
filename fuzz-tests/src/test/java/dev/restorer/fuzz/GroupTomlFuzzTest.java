package dev.restorer.fuzz;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.StoreMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The {@code group.toml} of the detector, of which each buildpack has something to be restored. */
class GroupTomlFuzzTest {

    private static final Metadata METADATA = Metadata.of(Map.of("version", "1"));
    private static final LayerMetadata LAYER = LayerMetadata.of("")
            .types(LayerTypes.of(false, true, false))
            .metadata(METADATA)
            .build();

    @FuzzTarget
    void restores(byte[] input) throws IOException {
        MetadataTrial.run(input, GroupTomlFuzzTest::facts);
    }

    private static Facts facts(Path file) {
        List<Buildpack> group = Restores.READER.readGroup(file).buildpacks();
        List<BuildpackMetadata> known = group.stream()
                .map(each -> new BuildpackMetadata(each.id(), Map.of("runtime", LAYER), new StoreMetadata(METADATA)))
                .toList();
        return new Facts(group, new AppMetadata(known), OneLayer.KEPT.metadata());
    }
}
