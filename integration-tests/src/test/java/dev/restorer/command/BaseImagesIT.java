package dev.restorer.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.DockerRegistry;
import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command records base images that are in OCI layouts. */
@Tag("long")
class BaseImagesIT {

    private static final String EXTENSION = "[[group-extensions]]\nid = \"a/ext\"\nversion = \"1\"\napi = \"0.10\"\n";

    private static final String NAME = ",'annotations':{'org.opencontainers.image.ref.name':'1'}}";

    @TempDir
    Path directory;

    private Path layers;
    private Path kaniko;
    private Path image;
    private String digest;

    @BeforeEach
    void write() throws IOException {
        layers = Files.createDirectories(directory.resolve("layers"));
        kaniko = directory.resolve("kaniko");
        image = directory.resolve("image");
        byte[] config = json("{'os':'linux','architecture':'arm64','variant':'v8','config':{'Labels':{"
                + "'io.buildpacks.base.id':'an.id','io.buildpacks.base.distro.name':'ubuntu',"
                + "'io.buildpacks.base.distro.version':'22.04'}},'rootfs':{'type':'layers','diff_ids':[]}}");
        byte[] manifest = json("{'schemaVersion':2,'mediaType':'application/vnd.oci.image.manifest.v1+json','config':"
                + descriptor("application/vnd.oci.image.config.v1+json", config) + ",'layers':[]}");
        byte[] index = json("{'schemaVersion':2,'manifests':["
                + descriptor("application/vnd.oci.image.manifest.v1+json", manifest)
                        .replace("}", NAME) + "]}");
        digest = "sha256:" + sha256(manifest);
        Path blobs = Files.createDirectories(image.resolve("blobs/sha256"));
        Files.write(blobs.resolve(sha256(config)), config);
        Files.write(blobs.resolve(sha256(manifest)), manifest);
        Files.write(image.resolve("index.json"), index);
        Files.write(image.resolve("oci-layout"), json("{'imageLayoutVersion':'1.0.0'}"));
        group("[[group]]\nid = \"a/bp\"\nversion = \"1\"\napi = \"0.10\"\n" + EXTENSION);
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    private static String descriptor(String mediaType, byte[] blob) {
        return "{'mediaType':'" + mediaType + "','digest':'sha256:" + sha256(blob) + "','size':" + blob.length + "}";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void group(String toml) throws IOException {
        Files.writeString(layers.resolve("group.toml"), toml);
    }

    private void analyzed(String toml) throws IOException {
        Files.writeString(layers.resolve("analyzed.toml"), toml);
    }

    private String analyzed() throws IOException {
        return Files.readString(layers.resolve("analyzed.toml"));
    }

    private Finished restore(String... more) {
        List<String> command = new ArrayList<>(List.of("env", "RESTORER_JAVA_OPTS=-Xshare:auto", Checkout.command()));
        command.addAll(List.of("restore", "--layers", layers.toString(), "--kaniko-dir", kaniko.toString()));
        command.addAll(List.of(more));
        return Processes.run(command);
    }

    @Test
    void theRunImageIsRecordedWithItsTarget() throws IOException {
        analyzed("""
                [image]
                reference = "r.example/app@sha256:1"
                [run-image]
                image = "oci:%s"
                """.formatted(image));
        Finished restore = restore();
        assertThat(restore.exitCode()).as("%s", restore).isZero();
        assertThat(analyzed()).isEqualTo("""
                [image]
                reference = "r.example/app@sha256:1"
                [run-image]
                image = "oci:%s"
                reference = "oci:%s@%s"
                [run-image.target]
                id = "an.id"
                os = "linux"
                arch = "arm64"
                arch-variant = "v8"
                [run-image.target.distro]
                name = "ubuntu"
                version = "22.04"
                """.formatted(image, image, digest));
        assertThat(restore.out())
                .anyMatch(line -> line.startsWith("Run image in analyzed.toml: ") && line.contains(digest));
        assertThat(kaniko).doesNotExist();
    }

    @Test
    void imagesOfARegistryAreRecordedByTheirDigest() throws Exception {
        try (DockerRegistry registry = DockerRegistry.start(directory)) {
            registry.push(image, "1", "--format", "oci");
            String named = registry.reference("1");
            String repository = named.substring(0, named.lastIndexOf(':'));
            analyzed("[run-image]\nimage = \"r.invalid/run\"\nextend = true\n");
            Path run = Files.writeString(
                    directory.resolve("run.toml"),
                    "[[images]]\nimage = \"r.invalid/run\"\nmirrors = [\"" + repository + ":1\"]\n");
            Finished restore = restore("-run", run.toString(), "-build-image", repository + ":1");
            assertThat(restore.exitCode()).as("%s", restore).isZero();
            assertThat(analyzed())
                    .contains("image = \"" + repository + ":1\"", "arch-variant = \"v8\"")
                    .containsOnlyOnce("[build-image]\nreference = \"" + repository + "@" + digest + "\"");
            assertThat(kaniko.resolve("cache/base").resolve(digest).resolve("index.json"))
                    .isRegularFile();
            analyzed("[run-image]\nimage = \"" + repository + ":none\"\n");
            assertThat(restore().exitCode()).isEqualTo(42);
        }
    }

    /** What was written for the extender is itself an image that can be recorded. */
    @Test
    void imagesToBeExtendedArePreparedForTheExtender() throws IOException {
        analyzed("[run-image]\nimage = \"oci:" + image + "\"\nextend = true\n");
        assertThat(restore("-build-image", "oci:" + image).exitCode()).isZero();
        Path prepared = kaniko.resolve("cache/base").resolve(digest);
        assertThat(analyzed()).contains("[build-image]\nreference = \"oci:" + image + "@" + digest + "\"");
        Path renamed = Files.move(prepared, directory.resolve("prepared"));
        analyzed("[run-image]\nimage = \"oci:" + renamed + "\"\n");
        assertThat(restore().exitCode()).isZero();
        assertThat(analyzed()).contains("reference = \"oci:" + renamed + "@" + digest + "\"");
    }

    @Test
    void withALayoutBaseImagesAreRecordedByTheirPaths() throws IOException {
        Path layouts = Files.createDirectories(directory.resolve("layouts/r.example/team"));
        Path run =
                Files.move(image, Files.createDirectory(layouts.resolve("run")).resolve("1"));
        analyzed("[run-image]\nimage = \"r.example/team/run:1\"\nextend = true\n");
        String[] flags = {
            "-layout", "-layout-dir", directory.resolve("layouts").toString(), "-build-image", "r.example/team/run:1"
        };
        Finished restore = restore(flags);
        assertThat(restore.exitCode()).as("%s", restore).isZero();
        assertThat(analyzed()).isEqualTo("""
                [run-image]
                image = "r.example/team/run:1"
                extend = true
                reference = "%s@%s"
                [run-image.target]
                id = "an.id"
                os = "linux"
                arch = "arm64"
                arch-variant = "v8"
                [run-image.target.distro]
                name = "ubuntu"
                version = "22.04"
                [build-image]
                reference = "%s@%s"
                """.formatted(run, digest, run, digest));
        // What is recorded names the layout itself.
        flags[4] = run + "@" + digest;
        assertThat(restore(flags).exitCode()).isZero();
        assertThat(analyzed()).endsWith("[build-image]\nreference = \"" + run + "@" + digest + "\"\n");
    }

    @Test
    void aBuildWithoutExtensionsReadsNoImage() throws IOException {
        group("");
        analyzed("[run-image]\nimage = \"oci:none\"\n");
        assertThat(restore().exitCode()).isZero();
        assertThat(analyzed()).isEqualTo("[run-image]\nimage = \"oci:none\"\n");
    }

    @Test
    void aMissingImageIsOneLineAndTheFileStays() throws IOException {
        analyzed("[run-image]\nimage = \"oci:/none\"\n");
        Finished restore = restore();
        assertThat(restore.exitCode()).isEqualTo(42);
        assertThat(restore.err())
                .filteredOn(line -> line.startsWith("ERROR"))
                .singleElement()
                .asString()
                .startsWith("ERROR: The run image oci:/none is not found: ");
        assertThat(analyzed()).isEqualTo("[run-image]\nimage = \"oci:/none\"\n");
    }
}
