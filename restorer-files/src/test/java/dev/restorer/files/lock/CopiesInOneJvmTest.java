package dev.restorer.files.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.files.FileOwner;
import dev.restorer.fixtures.Programs;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several class loaders of one JVM have the classes, as in an application server. */
class CopiesInOneJvmTest {

    private static final int MAX_SECONDS = 60;

    @TempDir
    Path directory;

    private static URLClassLoader copy() {
        URL classes = DirectoryLock.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
    }

    private AutoCloseable acquire(ClassLoader copy) throws ReflectiveOperationException {
        Class<?> owner = copy.loadClass(FileOwner.class.getName());
        return (AutoCloseable) copy.loadClass(DirectoryLock.class.getName())
                .getMethod("acquire", Path.class, owner, Duration.class, Runnable.class)
                .invoke(null, directory, owner.getMethod("process").invoke(null), Duration.ZERO, (Runnable) () -> {});
    }

    private Programs.Outcome otherProcess() {
        return Programs.run(
                MAX_SECONDS,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trying.class.getName(),
                        directory.toString()));
    }

    private DirectoryInUseException inUse() {
        return new DirectoryInUseException(directory.resolve(DirectoryLock.NAME), OptionalLong.empty());
    }

    @Test
    void oneCopyHasTheLockAtATime() throws Exception {
        try (URLClassLoader first = copy();
                URLClassLoader second = copy()) {
            AutoCloseable lock = acquire(first);
            assertThatThrownBy(() -> acquire(second))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasToString(inUse().toString());
            lock.close();
            acquire(second).close();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aCopyThatTriesInVainDoesNotReleaseTheLockForOtherProcesses() throws Exception {
        try (URLClassLoader first = copy();
                URLClassLoader second = copy()) {
            AutoCloseable lock = acquire(first);
            assertThatThrownBy(() -> acquire(second)).isInstanceOf(InvocationTargetException.class);
            assertThat(otherProcess().output()).contains("DirectoryInUseException");
            lock.close();
            assertThat(otherProcess().works()).isTrue();
        }
    }

    /** A process that locks a directory, or fails at once. */
    static final class Trying {

        private Trying() {}

        public static void main(String[] arguments) throws Exception {
            DirectoryLock.acquire(Path.of(arguments[0]), FileOwner.process(), Duration.ZERO, () -> {})
                    .close();
        }
    }
}
