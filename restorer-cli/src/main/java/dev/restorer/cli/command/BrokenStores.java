package dev.restorer.cli.command;

import dev.restorer.ShaStores;
import dev.restorer.cli.log.Console;
import org.slf4j.event.Level;

/** Tells of SHA stores that are there and do not work: they are not needed, until somebody asks for one. */
final class BrokenStores {

    private BrokenStores() {}

    static void tell(ShaStores stores, Console console) {
        stores.broken().forEach(broken -> console.log(Level.WARN, String.valueOf(broken.getMessage())));
    }
}
