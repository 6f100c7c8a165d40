package com.example.boot;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Restores one build and prints its report. */
@SpringBootApplication
public class RestoreApplication {

    /**
     * Restores.
     *
     * @param args the layers directory, {@code group.toml}, the label of the previous image, and the cache directory
     */
    public static void main(String[] args) {
        if (args.length != 4) {
            System.err.println(
                    "Give the layers directory, group.toml, the label of the previous image, and the cache directory");
            System.exit(2);
        }
        try (ConfigurableApplicationContext context = SpringApplication.run(RestoreApplication.class)) {
            RestoreTask task = context.getBean(RestoreTask.class);
            System.out.println(task.restore(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3])));
        }
    }
}
