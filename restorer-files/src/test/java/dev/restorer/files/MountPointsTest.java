package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountPointsTest {

    private static String line(String mountPoint) {
        return "36 35 98:0 /volume " + mountPoint + " rw,noatime master:1 - ext4 /dev/root rw,errors=continue\n";
    }

    private static MountPoints below(String directory, String... mountPoints) {
        StringBuilder table = new StringBuilder();
        for (String mountPoint : mountPoints) {
            table.append(line(mountPoint));
        }
        return MountPoints.below(Path.of(directory), table.toString());
    }

    @Test
    void aDirectoryHasTheMountPointsAtAnyDepthInIt() {
        MountPoints points = below("/layers/bp", "/", "/proc", "/layers/bp/x/data", "/layers/bp/y/a/b/c");
        assertThat(points.isAnyIn("x")).isTrue();
        assertThat(points.isAnyIn("y")).isTrue();
    }

    @Test
    void aMountPointItselfAndOnesOfOtherDirectoriesAreNotInIt() {
        MountPoints points =
                below("/layers/bp", "/layers/bp/x", "/layers/bp/xx/data", "/layers/x/data", "/x/data", "/layers");
        assertThat(points.isAnyIn("x")).isFalse();
        assertThat(below("/layers/b", "/layers/bp/x/data").paths()).isEmpty();
    }

    @Test
    void anEntryIsAMountPointIfSomethingIsMountedAtItself() {
        MountPoints points = below("/layers/bp", "/layers/bp/x.toml", "/layers/bp/y/data", "/layers/x/z");
        assertThat(points.contains("x.toml")).isTrue();
        assertThat(points.contains("y")).isFalse();
        assertThat(points.contains("z")).isFalse();
    }

    @Test
    void theRootDirectoryHasAll() {
        assertThat(below("/", "/sbom/launch").isAnyIn("sbom")).isTrue();
    }

    @Test
    void namesAreUnescaped() {
        assertThat(below("/", "/a\\040b\\011c\\012d\\043e\\134f/data").isAnyIn("a b\tc\nd#e\\f"))
                .isTrue();
        assertThat(below("/", "/a\\134040b/data").isAnyIn("a\\040b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "36 35 98:0 / /layers/x/data", "no table", "\\", "36 35 98:0 / \\9 rw -\n"})
    void linesOfAnotherFormatAreIgnored(String table) {
        assertThat(MountPoints.below(Path.of("/layers"), table).paths()).isEmpty();
    }

    @Test
    void theTableOfTheSystemIsRead() {
        assumeThat(Path.of("/proc/self/mountinfo")).isReadable();
        assertThat(MountPoints.below(Path.of("/")).paths()).contains("proc");
        assertThat(MountPoints.below(Path.of("/no such directory")).paths()).isEmpty();
    }
}
