package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A JDK whose JVM is a script: it prints its arguments, and what it is told to make an archive of classes of, or a jar,
 * it makes at once.
 *
 * @param home its directory
 */
record ScriptedJdk(Path home) {

    private static final String JVM = """
            #!/bin/sh
            for option do
                case $option in
                    -Xshare:dump | -XX:AOTMode=create) dump=yes ;;
                    -XX:SharedArchiveFile=* | -XX:AOTCache=*) archive=${option#*=} ;;
                    -XX:DumpLoadedClassList=*) : >"${option#*=}" ;;
                    */jar) echo classes >"$option" ;;
                esac
            done
            if [ -n "${dump:-}" ]; then
                echo dump >>"${0%/bin/java}/dumps"
                [ -e "${0%/bin/java}/full" ] && exit 1
                echo classes >"$archive"
                [ ! -L "${0%/bin/java}/built" ] || touch "${0%/bin/java}/built"
            fi
            printf '%s\\n' "$@"
            """;

    static ScriptedJdk in(Path home) throws IOException {
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, JVM);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(home.resolve("lib"));
        Files.createFile(home.resolve("lib/modules"));
        Files.createFile(home.resolve("dumps"));
        return new ScriptedJdk(home).build("17+1");
    }

    /** Puts another build in its place. */
    ScriptedJdk build(String runtimeVersion) throws IOException {
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"nobody\"\nJAVA_RUNTIME_VERSION=\"" + runtimeVersion + "\"\nJAVA_VERSION=\""
                        + runtimeVersion.replaceFirst("[+].*", "") + "\"\n");
        return this;
    }

    /** Lets it make no archive any more. */
    void fail() throws IOException {
        Files.createFile(home.resolve("full"));
    }

    /** Lets a file be built again each time it makes an archive. */
    void building(Path file) throws IOException {
        Files.createSymbolicLink(home.resolve("built"), file);
    }

    /** Starts a command with it. */
    Finished run(String variable, String command, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("env", "JAVA_HOME=" + home, variable, command));
        words.addAll(arguments);
        Finished run = Processes.run(words);
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        return run;
    }

    /** Returns how many archives it was to make. */
    int dumps() throws IOException {
        return Files.readAllLines(home.resolve("dumps")).size();
    }
}
