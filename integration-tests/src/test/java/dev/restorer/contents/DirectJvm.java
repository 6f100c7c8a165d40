package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command without its script: what is killed is the JVM, and it starts fast from an archive of its classes. */
record DirectJvm(Path archive) {

    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData");

    /** Makes the archive, of the classes that a run has loaded. */
    static DirectJvm archived(Path archive, List<String> arguments) {
        DirectJvm jvm = new DirectJvm(archive);
        Finished run = Processes.run(jvm.command("-XX:ArchiveClassesAtExit=", arguments));
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        return jvm;
    }

    List<String> command(List<String> arguments) {
        return command("-XX:SharedArchiveFile=", arguments);
    }

    Finished run(List<String> arguments) {
        return Processes.run(command(arguments));
    }

    private List<String> command(String use, List<String> arguments) {
        Path built = Checkout.root().resolve("restorer-cli/target");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of(use + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        command.add("-cp");
        command.add(Stream.of("restorer-cli.jar", "lib/start/*", "lib/redis/*")
                .map(part -> built + "/" + part)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add("dev.restorer.cli.Main");
        command.addAll(arguments);
        return command;
    }
}
