package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNamesTest {

    private static RestorePlan plan(String... layers) {
        Map<String, LayerMetadata> cached = new LinkedHashMap<>();
        for (String layer : layers) {
            cached.put(
                    layer,
                    LayerMetadata.of("sha256:1")
                            .types(LayerTypes.of(true, false, true))
                            .build());
        }
        return new Planner(new NameRules(StandardCharsets.UTF_8))
                .plan(RestoreRequest.in(Path.of("/layers"))
                        .group(List.of(new Buildpack("bp", "1", "0.10")))
                        .cacheMetadata(new CacheMetadata(List.of(new BuildpackMetadata("bp", cached, null)), null))
                        .build());
    }

    private static Stream<String> restored(RestorePlan plan) {
        return plan.decisions()
                .filter(LayerDecision::restored)
                .map(decision -> decision.id().layer());
    }

    /** Has the answer of a file system that distinguishes no names. */
    private static Set<String> allButFirst(List<String> names) {
        return new HashSet<>(names.subList(1, names.size()));
    }

    /** Has the answer of a file system that ignores the case of names. */
    private static Set<String> withoutCase(List<String> names) {
        Set<String> files = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return names.stream().filter(name -> !files.add(name)).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"A, a", "Z, z", "JDK, jdk", "É, é", "é, e\u0301", "Straße, STRASSE", "ﬁle, file"})
    void theFirstOfTwoNamesThatTheFileSystemDoesNotDistinguishIsRestored(String one, String other) {
        RestorePlan apart = FoldedNames.exclude(plan(one, other), FoldedNamesTest::allButFirst);
        assertThat(restored(apart)).hasSize(1);
        assertThat(apart.decisions()).extracting(LayerDecision::reason).contains(Reason.FOLDED_LAYER_NAME);
    }

    /** A file system may only fold case, while all three names are equal after normalization. */
    @Test
    void aNameIsComparedWithAllRestoredNames() {
        RestorePlan apart = FoldedNames.exclude(plan("2e", "²E", "²e"), FoldedNamesTest::withoutCase);
        assertThat(restored(apart)).containsExactly("2e", "²E");
    }

    @Test
    void theContentsOfALayerThatIsNotRestoredAreNotPlanned() {
        RestorePlan apart = FoldedNames.exclude(plan("A", "a"), FoldedNamesTest::allButFirst);
        assertThat(apart.contents()).extracting(ContentsDecision::id).containsExactly(new LayerId("bp", "A"));
    }

    @Test
    void namesThatTheFileSystemDistinguishesAreAllRestored() {
        RestorePlan plan = plan("A", "a");
        assertThat(FoldedNames.exclude(plan, names -> Set.of())).isEqualTo(plan);
    }

    @Test
    void otherNamesAreNotCompared() {
        List<List<String>> asked = new ArrayList<>();
        FoldedNames.exclude(plan("A", "b", "ab", "Ä"), names -> {
            asked.add(names);
            return Set.of();
        });
        assertThat(asked).isEmpty();
    }

    /**
     * The file system is asked about each name once, and not about each pair of names, of which a label may have many.
     */
    @Test
    void theFileSystemIsAskedOnceForABuildpack() {
        List<List<String>> asked = new ArrayList<>();
        FoldedNames.exclude(plan("AB", "C", "Ab", "d", "aB", "c", "ab"), names -> {
            asked.add(names);
            return Set.of();
        });
        assertThat(asked)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("AB", "Ab", "aB", "ab", "C", "c");
    }
}
