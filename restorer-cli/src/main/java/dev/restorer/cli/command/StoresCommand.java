package dev.restorer.cli.command;

import dev.restorer.ShaStores;
import dev.restorer.api.Quoted;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.log.LogLevel;
import dev.restorer.cli.table.Table;
import dev.restorer.spi.ShaStoreProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the available SHA stores. */
final class StoresCommand implements Subcommand {

    private final Console console;
    private final Environment environment;
    private final Services services;

    StoresCommand(Console console, Environment environment, Services services) {
        this.console = console;
        this.environment = environment;
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        Flags named = Subcommand.named(this, "stores", "Lists the available SHA stores, and the forms of --sha-store.");
        LogLevelFlag.addTo(named);
        return named.spec();
    }

    @Override
    public void run(ParseResult arguments) {
        FlagReader flags = new FlagReader(environment, arguments);
        console.level(LogLevelFlag.in(flags, LogLevel.INFO));
        ShaStores stores = services.shaStores().get();
        BrokenProviders.warn(stores.broken());
        if (stores.providers().isEmpty()) {
            console.print("No SHA store was found. Put one in the directory that RESTORER_STORES names.");
            return;
        }
        Table table = new Table("Store", "Forms", "Class");
        for (ShaStoreProvider provider : stores.providers()) {
            table.row(
                    provider.id(),
                    Quoted.escape(provider.usage()),
                    provider.getClass().getName());
        }
        table.print(console::print);
    }
}
