package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import dev.restorer.shastore.redis.RedisShaStoreProvider;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script tells values from flags as the command does. What it takes for a cache directory shows on the class path,
 * which then has the jars that unpack.
 */
class ScriptArgumentsIT {

    private static final Pattern FLAG = Pattern.compile("\\s+-([a-z-]+), --\\1(=\\S+)?(\\s.*)?");

    /** A part of the options for restores of many contents. */
    private static final String COMPILED_EARLY = "SHA2::";

    @TempDir
    Path directory;

    /** A JVM that tells its arguments. */
    private ScriptedJdk jdk;

    /** A cache with so many contents that the second compiler is used. */
    private String cache;

    @BeforeEach
    void makeJvm() throws IOException {
        jdk = ScriptedJdk.in(directory.resolve("jdk"));
        cache = cache(3 << 20);
    }

    private String cache(int bytes) throws IOException {
        Path made = directory.resolve("cache-" + bytes);
        Path committed = Files.createDirectories(made.resolve("committed"));
        Files.write(committed.resolve("sha256:1.tar"), new byte[bytes]);
        return made.toString();
    }

    private boolean sees(String part, String... arguments) {
        List<String> all = new ArrayList<>(List.of("restore"));
        all.addAll(List.of(arguments));
        return seesWith("-Xshare:auto", part, all);
    }

    private boolean seesWith(String options, String part, List<String> arguments) {
        Finished run = jdk.run("RESTORER_JAVA_OPTS=" + options, Checkout.command(), arguments);
        return run.out().stream().anyMatch(line -> line.contains(part));
    }

    private boolean seesACacheDirectory(String... arguments) {
        return sees(COMPILED_EARLY, arguments);
    }

    /** Returns the flags of a restore, and whether they have a value. */
    private static Map<String, Boolean> flags() {
        Map<String, Boolean> flags = new TreeMap<>();
        for (String line :
                Processes.run(List.of(Checkout.command(), "restore", "--help")).out()) {
            Matcher flag = FLAG.matcher(line);
            if (flag.matches()) {
                flags.put(flag.group(1), flag.group(2) != null);
            }
        }
        return flags;
    }

    @Test
    void everyFlagIsKnownAndWhatFollowsItIsItsValueOrAnotherFlag() {
        Map<String, Boolean> flags = flags();
        assertThat(flags).hasSizeGreaterThan(20).containsEntry("uid", true).containsEntry("skip-layers", false);
        flags.put("no-color", false); // which no help shows
        flags.remove("cache-dir");
        flags.remove("cache-metadata");
        flags.remove("cache-image"); // of which the contents are unpacked, too
        flags.remove("previous-image");
        flags.forEach((flag, hasValue) -> {
            assertThat(seesACacheDirectory("--" + flag, "--cache-dir", "value", "-cache-dir=" + cache))
                    .as("--%s is followed by a cache directory that is its value", flag)
                    .isEqualTo(!hasValue);
            assertThat(seesACacheDirectory("-" + flag + "=v", "--cache-dir", cache))
                    .as("-%s=v", flag)
                    .isTrue();
        });
    }

    @Test
    void ofTwoCacheDirectoriesTheLastCountsAndAFileOfMetadataIsNone() {
        assertThat(seesACacheDirectory("--cache-dir", cache)).isTrue();
        assertThat(seesACacheDirectory("--cache-dir=" + cache, "-cache-dir", ""))
                .isFalse();
        assertThat(seesACacheDirectory("--cache-dir=" + cache, "--cache-metadata", "m"))
                .isFalse();
        assertThat(seesACacheDirectory()).isFalse();
    }

    @Test
    void whereAnImageIsNamedTheJarsForImagesAreOnTheClassPathAndDigestsAreCompiledEarly() {
        for (String flag : List.of("--cache-image", "-previous-image")) {
            assertThat(sees("/lib/images/*", flag, "i")).as(flag).isTrue();
            assertThat(sees("/lib/images/*", flag, "i", flag + "=")).as(flag).isFalse();
        }
        assertThat(sees(COMPILED_EARLY, "--cache-image=i")).isTrue();
        assertThat(sees("/lib/images/*", "--cache-image=i", "--cache-metadata=m"))
                .isFalse();
        assertThat(sees("/lib/images/*", "--cache-dir=" + cache)).isFalse();
    }

    @Test
    void whereTheGroupMayHaveExtensionsTheJarsForImagesAreOnTheClassPath() throws IOException {
        Path group = directory.resolve("a group.toml");
        for (String text : List.of("id = \"extension-of-a-name\"", "Group-Extensions = []", "\"group-\\u0065x\" = 1")) {
            Files.writeString(group, text + "\n");
            assertThat(sees("/lib/images/*", "--group", group.toString()))
                    .as(text)
                    .isTrue();
        }
        Files.writeString(group, "[[group]]\nid = \"a/b\"\n");
        assertThat(sees("/lib/images/*", "--group", group.toString())).isFalse();
    }

    /** Some of them, such as /proc/kmsg, would block, and a link to one may be in the place of the group. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aGroupThatIsAFileOfTheSystemIsNotReadByTheScript() {
        assertThat(sees("/lib/images/*", "--group", "/proc/version")).isTrue();
    }

    /** To read all of it, a shell needs many minutes. */
    @Test
    void ofALongLineOfTheGroupOnlyTheStartIsRead() throws IOException {
        Path group = directory.resolve("group.toml");
        Files.writeString(group, "#".repeat(1 << 20));
        try (RandomAccessFile file = new RandomAccessFile(group.toFile(), "rw")) {
            file.setLength(1L << 32);
        }
        assertThat(sees("/lib/images/*", "--group", group.toString())).isTrue();
    }

    @Test
    void everyStoreInRedisHasItsClient() {
        Set<String> schemes = new RedisShaStoreProvider().schemes();
        assertThat(schemes)
                .isNotEmpty()
                .allMatch(scheme -> sees("/lib/redis/*", "--sha-store", scheme + "://h?namespace=n"));
        assertThat(List.of("memory:", "files:sub/redis:", ""))
                .noneMatch(store -> sees("/lib/redis/*", "--sha-store=" + store));
    }

    @Test
    void theFlagForColorsBeforeARestoreChangesNoneOfItsOptions() {
        assertThat(List.of("--no-color", "-no-color", "--no-color=true", "-no-color=f"))
                .allMatch(flag ->
                        seesWith("-Xshare:auto", COMPILED_EARLY, List.of(flag, "restore", "--cache-dir", cache)));
        assertThat(seesWith("-Xshare:auto", COMPILED_EARLY, List.of("--no-color=x", "restore", "--cache-dir", cache)))
                .isFalse();
    }

    @Test
    void aRequestForHelpOrTheVersionBeforeARestoreChoosesNoneOfItsOptions() {
        assertThat(List.of("--help", "-help", "-h", "--version", "-version", "-V"))
                .noneMatch(flag -> seesWith(
                        "-Xshare:auto",
                        COMPILED_EARLY,
                        List.of(flag, "restore", "--cache-image=i", "--cache-dir", cache)));
    }

    /** Where addresses are limited, the default of the JVM is too much. */
    @Test
    void fewAddressesAreReservedForClassesUnlessAnOptionIsAboutThem() {
        String option = "-XX:CompressedClassSpaceSize=64m";
        assertThat(sees(option)).isTrue();
        assertThat(List.of("-XX:MaxMetaspaceSize=32m", "-XX:-UseCompressedClassPointers", "@options"))
                .noneMatch(other -> seesWith("-Xshare:auto " + other, option, List.of("restore")));
    }

    @Test
    void withFewContentsOnlyTheFirstCompilerIsUsed() throws IOException {
        assertThat(sees("-XX:TieredStopAtLevel=1", "--cache-dir", cache(1 << 20)))
                .isTrue();
        assertThat(sees("-XX:TieredStopAtLevel=1", "--cache-dir", cache)).isFalse();
    }
}
