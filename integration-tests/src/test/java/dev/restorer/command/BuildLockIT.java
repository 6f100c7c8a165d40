package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a start waits for the build of another without flock. The time that passes between two polls is simulated. */
class BuildLockIT {

    private static final String WAITING = """
            root=$1
            state=$2
            lock=$state/build.lock.d
            polls=0
            fail() { printf '%s\n' "$1" >&2; exit 1; }
            built() { echo built; }
            command() { return 1; }
            sleep() {
                polls=$((polls + 1))
                pass
            }
            . "$root/bin/lib/build.sh"
            mkdir "$lock"
            """;

    @TempDir
    Path state;

    private Finished run(String script) {
        return Processes.run(
                List.of("sh", "-c", WAITING + script, "sh", Checkout.root().toString(), state.toString()));
    }

    @Test
    void aLongBuildIsWaitedForAlsoIfItsPidIsMissingForAMoment() {
        Finished run = run("""
                echo $$ >"$lock/pid"
                pass() {
                    case $polls in
                        15) rm "$lock/pid" ;;
                        16) echo $$ >"$lock/pid" ;;
                        30) rm -r "$lock" ;;
                    esac
                }
                alone built
                """);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsExactly("built");
    }

    @Test
    void aLockWithoutAPidIsOfABuildThatWasInterrupted() {
        Finished run = run("""
                pass() { [ "$polls" -lt 30 ] || rm -r "$lock"; }
                alone built
                """);
        assertThat(run.err())
                .containsExactly(
                        "A build was interrupted. Remove " + state.resolve("build.lock.d") + " and run again.");
        assertThat(run.out()).isEmpty();
    }
}
