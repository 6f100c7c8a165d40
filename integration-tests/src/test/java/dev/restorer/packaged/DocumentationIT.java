package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationIT {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

    /** The path of a link to a file, without an anchor. */
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "embedding.md, Rebuild",
        "embedding.md, CancellableRebuild",
        "images.md, RebuildFromImage",
        "image-extensions.md, RecordBaseImages"
    })
    void theSnippetForEmbeddersCompilesAgainstTheApiAlone(String page, String name) throws IOException {
        String text = Files.readString(Checkout.root().resolve("docs").resolve(page));
        String snippet = JAVA.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(code -> code.contains("class " + name + " {"))
                .findFirst()
                .orElseThrow();
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Files.writeString(sources.resolve(name + ".java"), snippet);

        new JavaSources(sources).compileForTheClassPath(Files.createDirectories(directory.resolve("classes")));

        assertThat(directory.resolve("classes/" + name + ".class")).isRegularFile();
    }

    @Test
    void theSnippetsAboutJlinkArePartsOfTheExample() throws IOException {
        Path root = Checkout.root();
        String example = withoutIndentation(Files.readString(root.resolve("examples/jlink/pom.xml")));
        List<String> snippets = XML.matcher(Files.readString(root.resolve("docs/embedding.md")))
                .results()
                .map(snippet -> withoutIndentation(snippet.group(1)))
                .toList();
        assertThat(snippets)
                .hasSize(2)
                .allSatisfy(snippet -> assertThat(example).contains(snippet));
    }

    /** The archives contain the documents, but not the sources. */
    @Test
    void linksOfTheDocumentsLeadToDocuments() throws IOException {
        Path docs = Checkout.root().resolve("docs");
        try (Stream<Path> files = Files.walk(docs)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                        .as("links of %s", page)
                        .map(link -> page.resolveSibling(link).normalize())
                        .allMatch(target -> target.startsWith(docs) && Files.exists(target));
            }
        }
    }

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
