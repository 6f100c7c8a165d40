package dev.restorer.cli.command;

import dev.restorer.ShaStores;
import dev.restorer.api.Quoted;
import dev.restorer.cli.arguments.Arguments;
import dev.restorer.cli.arguments.CommandFlags;
import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.TerminalWidth;
import dev.restorer.cli.settings.LogLevelFlag;
import dev.restorer.cli.text.DisplayWidth;
import dev.restorer.cli.text.Wrapped;
import dev.restorer.spi.ShaStoreProvider;
import java.util.List;
import org.slf4j.event.Level;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Lists the available SHA stores.
 *
 * @param console the console to write to
 * @param process the process that the command runs in
 * @param services the services to call
 */
record StoresCommand(Console console, ProcessContext process, Services services) implements Subcommand {

    private static final LogLevelFlag LOG_LEVEL = new LogLevelFlag(Level.INFO);
    private static final String HEADING = "Store";
    private static final String GAP = "  ";

    @Override
    public CommandSpec spec() {
        CommandFlags flags =
                Subcommand.flags(this, "stores", "Lists the available SHA stores, and the forms of --sha-store.");
        LOG_LEVEL.addTo(flags);
        return flags.spec();
    }

    @Override
    public int run(Arguments arguments) {
        FlagReader flags = new FlagReader(process, arguments);
        console.log().level(LOG_LEVEL.in(flags));
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
        int width = TerminalWidth.in(process);
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
