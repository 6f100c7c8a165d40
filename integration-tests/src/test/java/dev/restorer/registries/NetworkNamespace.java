package dev.restorer.registries;

import dev.restorer.fixtures.Await;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A network of its own, joined by a cable with the network of this JVM, in which it is another machine. */
final class NetworkNamespace implements AutoCloseable {

    /** Keeps the network until then, if this JVM does not. */
    private static final String MAX_SECONDS = "600";

    private final int number;
    private final Process holder;

    NetworkNamespace(int number) {
        this.number = number;
        try {
            holder = new ProcessBuilder("unshare", "-n", "sleep", MAX_SECONDS).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until(
                "the process has a network of its own",
                () -> !network(holder.pid())
                        .equals(network(ProcessHandle.current().pid())));
        ip("link", "add", here(), "type", "veth", "peer", "name", "there", "netns", String.valueOf(holder.pid()));
        ip("address", "add", address() + "/24", "dev", here());
        ip("link", "set", here(), "up");
        there("ip", "address", "add", "10.77." + number + ".2/24", "dev", "there");
        there("ip", "link", "set", "there", "up");
    }

    /** Lets processes of this JVM's network reach each other. */
    static void setUpLoopback() {
        ip("link", "set", "lo", "up");
    }

    private static String network(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/net")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String here() {
        return "here" + number;
    }

    /** Returns the address that this JVM has in it. */
    String address() {
        return "10.77." + number + ".1";
    }

    /** Returns the words that start a process in it. */
    List<String> command() {
        return List.of("nsenter", "--target", String.valueOf(holder.pid()), "--net", "--");
    }

    /** Cuts the cable. */
    void cut() {
        ip("link", "set", here(), "down");
    }

    private void there(String... words) {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(words));
        run(command);
    }

    private static void ip(String... words) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        run(command);
    }

    private static void run(List<String> command) {
        Finished finished = Processes.run(command);
        if (finished.exitCode() != 0) {
            throw new IllegalStateException(command + ": " + finished);
        }
    }

    @Override
    public void close() {
        holder.destroyForcibly().onExit().join();
    }
}
