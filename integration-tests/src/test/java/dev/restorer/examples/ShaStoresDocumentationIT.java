package dev.restorer.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ShaStores;
import dev.restorer.spi.ShaStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code docs/sha-stores.md} shows of the example, and tells of the stores, is so. */
@Tag("long")
class ShaStoresDocumentationIT {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final String text;

    ShaStoresDocumentationIT() throws IOException {
        text = Files.readString(BuiltExample.root().resolve("docs/sha-stores.md"));
    }

    @Test
    void everySnippetOfJavaStandsInTheExample() throws IOException {
        Path sources = BuiltExample.root().resolve("examples/custom-sha-store/src");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(snippets())
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(snippet -> assertThat(java)
                            .anySatisfy(file -> assertThat(unindented(Files.readString(file)))
                                    .contains(snippet)));
        }
    }

    @Test
    void everySchemeOfEveryStoreIsTold() {
        List<String> schemes = ShaStores.load().providers().stream()
                .map(ShaStoreProvider::schemes)
                .flatMap(Set::stream)
                .toList();
        assertThat(schemes)
                .contains("memory", "files")
                .allSatisfy(scheme -> assertThat(text).contains("`" + scheme + ":"));
    }

    private List<String> snippets() {
        return JAVA.matcher(text)
                .results()
                .map(result -> unindented(result.group(1)))
                .toList();
    }

    /** A part of a file is shown without the indentation that the whole gives it. */
    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
