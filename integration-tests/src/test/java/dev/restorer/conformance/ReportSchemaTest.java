package dev.restorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.restorer.ReportFormat;
import dev.restorer.ShaStores;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.RestoreReport;
import dev.restorer.spi.ShaStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports of recorded cases are what the schema describes. */
class ReportSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ReportFormat.schema());

    private final ReportFormat format = ReportFormat.load();
    private final Engine engine = new Engine();

    @TempDir
    Path directory;

    static List<Case> cases() {
        return Cases.withContents();
    }

    static Stream<Class<? extends Enum<?>>> constants() {
        return Stream.of(Reason.class, ContentsReason.class, RemovalKind.class, MetadataSource.class);
    }

    private String report(Case given) throws Exception {
        Path layers = Files.createDirectory(directory.resolve("layers"));
        given.before().ifPresent(before -> LayersTree.copy(before, layers));
        try (ShaStore store = ShaStores.open(given.shaStore(), layers)) {
            return format.toJson(engine.restoreWithContents(given, layers, store));
        }
    }

    private static List<Error> errors(String report) {
        return SCHEMA.validate(report, InputFormat.JSON);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aReportIsWhatTheSchemaDescribes(Case given) throws Exception {
        assertThat(errors(report(given))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aReportThatWasReadIsWrittenAsBefore(Case given) throws Exception {
        String json = report(given);
        RestoreReport read = format.parse(json.getBytes(StandardCharsets.US_ASCII));
        assertThat(format.toJson(read)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void theSchemaListsEachConstant(Class<? extends Enum<?>> type) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> "\"" + constant.name() + "\"")
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        assertThat(ReportFormat.schema().replaceAll("\\s", "")).contains("[" + names + "]");
    }

    @Test
    void theSchemaRejectsAReportWithAnUnknownReason() throws Exception {
        String json = report(cases().get(0));
        assertThat(json).contains("\"SAME_DIFF_ID\"");
        assertThat(errors(json.replace("\"SAME_DIFF_ID\"", "\"HOPE\""))).isNotEmpty();
    }

    @Test
    void theSchemaRejectsAReportThatLacksAProperty() throws Exception {
        String json = report(cases().get(0));
        assertThat(errors(json.replace("\"launchSbom\"", "\"other\""))).isNotEmpty();
    }
}
