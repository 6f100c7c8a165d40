package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationIT {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theSnippetForEmbeddersCompilesAgainstTheApiAlone() throws IOException {
        Path root = Checkout.root();
        Matcher snippet = JAVA.matcher(Files.readString(root.resolve("docs/embedding.md")));
        assertThat(snippet.find()).isTrue();
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Files.writeString(sources.resolve("Rebuild.java"), snippet.group(1));

        new JavaSources(sources).compileForTheClassPath(Files.createDirectories(directory.resolve("classes")));

        assertThat(directory.resolve("classes/Rebuild.class")).isRegularFile();
    }
}
