package dev.restorer.core.decision.planted;

import dev.restorer.files.ConfinedDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tomlj.Toml;

/** Breaks the rules of decisions, so that a test can tell that the rules see it. */
public final class DecisionThatTouchesEverything {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionThatTouchesEverything.class);

    private final Optional<String> field = Optional.of("An Optional in a field.");

    public Class<?> writesFiles() {
        return ConfinedDirectory.class;
    }

    public boolean reads(Path file) {
        LOG.info("A decision that logs, about {}.", field);
        return Files.exists(file);
    }

    public Instant tellsTheTime() {
        return Clock.systemUTC().instant();
    }

    public String knowsToml() {
        return Toml.canonicalDottedKey("a");
    }

    public Thread makesThreads() {
        return new Thread(() -> {});
    }

    public Object makesGenericExceptions() {
        return new IllegalStateException(new RuntimeException("A generic exception."));
    }

    public void printsLines() {
        System.out.println("A line on the console.");
    }
}
