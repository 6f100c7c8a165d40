package dev.restorer.cli.command;

import dev.restorer.ShaStores;
import dev.restorer.cli.log.Console;
import org.slf4j.event.Level;

/** Logs a warning for each SHA store that was found and does not work. It is an error only if that store is used. */
final class BrokenStores {

    private BrokenStores() {}

    static void warn(ShaStores stores, Console console) {
        stores.broken().forEach(broken -> console.log(Level.WARN, String.valueOf(broken.getMessage())));
    }
}
