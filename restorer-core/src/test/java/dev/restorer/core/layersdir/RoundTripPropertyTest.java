package dev.restorer.core.layersdir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.fixtures.TomlMaps;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.json.JsonMapper;

class RoundTripPropertyTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final LayerTypes TYPES = LayerTypes.of(true, false, true);
    private static final LayerId ID = new LayerId("bp", "x");

    private final LayerToml toml = new LayerToml();

    @Provide
    Arbitrary<Object> values() {
        return JsonArbitraries.values();
    }

    @Provide
    Arbitrary<Map<String, Object>> tables() {
        return JsonArbitraries.tables();
    }

    private static LayerMetadata layer(Metadata metadata) {
        return LayerMetadata.of("sha256:1").types(TYPES).metadata(metadata).build();
    }

    private static Metadata json(Object value) {
        byte[] json = MAPPER.writeValueAsBytes(value);
        return Metadata.json(json, 0, json.length);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void jsonWrittenAsTomlIsReadBack(@ForAll("values") Object value) {
        assertThat(TomlMaps.parse(toml.layer(ID, layer(json(value)), false)))
                .isEqualTo(Map.of("metadata", ExpectedToml.of(value)));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void jsonAndJavaValuesAreWrittenInTheSameWay(@ForAll("tables") Map<String, Object> table) {
        assertThat(new String(toml.layer(ID, layer(json(table)), true), UTF_8))
                .isEqualTo(new String(toml.layer(ID, layer(Metadata.of(table)), true), UTF_8));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void typesDoNotChangeTheMetadata(@ForAll("values") Object value) {
        assertThat(TomlMaps.parse(toml.layer(ID, layer(json(value)), true)))
                .isEqualTo(Map.of("build", true, "launch", false, "cache", true, "metadata", ExpectedToml.of(value)));
    }
}
