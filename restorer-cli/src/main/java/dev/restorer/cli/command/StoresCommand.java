package dev.restorer.cli.command;

import dev.restorer.ShaStores;
import dev.restorer.api.Quoted;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.log.LogLevel;
import dev.restorer.cli.text.DisplayWidth;
import dev.restorer.cli.text.Wrapped;
import dev.restorer.spi.ShaStoreProvider;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the available SHA stores. */
final class StoresCommand implements Subcommand {

    private static final String HEADING = "Store";
    private static final String GAP = "  ";

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
        CommandFlags named =
                Subcommand.named(this, "stores", "Lists the available SHA stores, and the forms of --sha-store.");
        LogLevelFlag.addTo(named, "info");
        return named.spec();
    }

    @Override
    public int run(Arguments arguments) {
        FlagReader flags = new FlagReader(environment, arguments);
        console.level(LogLevelFlag.in(flags, LogLevel.INFO));
        ShaStores stores = services.shaStores().get();
        BrokenProviders.warn(stores.broken());
        if (stores.providers().isEmpty()) {
            console.print("No SHA store was found. Put one in the directory that RESTORER_STORES names.");
            return ExitCode.DONE;
        }
        print(stores.providers());
        return ExitCode.DONE;
    }

    private void print(List<ShaStoreProvider> providers) {
        int idWidth = providers.stream()
                .mapToInt(provider -> DisplayWidth.of(provider.id()))
                .reduce(HEADING.length(), Math::max);
        int width = TerminalWidth.in(environment);
        String indent = " ".repeat(idWidth) + GAP;
        console.print(console.style().heading(DisplayWidth.pad(HEADING, idWidth) + GAP + "Forms (class)"));
        for (ShaStoreProvider provider : providers) {
            String id = DisplayWidth.pad(provider.id(), idWidth) + GAP;
            Wrapped.paragraph(Quoted.escape(provider.usage()), width, id, indent)
                    .forEach(console::print);
            Wrapped.paragraph("(" + provider.getClass().getName() + ")", width, indent, indent)
                    .forEach(console::print);
        }
    }
}
