package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationIT {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"embedding.md, Rebuild", "images.md, RebuildFromImage", "image-extensions.md, RecordBaseImages"})
    void theSnippetForEmbeddersCompilesAgainstTheApiAlone(String page, String name) throws IOException {
        Path root = Checkout.root();
        Matcher snippet = JAVA.matcher(Files.readString(root.resolve("docs").resolve(page)));
        assertThat(snippet.find()).isTrue();
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Files.writeString(sources.resolve(name + ".java"), snippet.group(1));

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

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
