package dev.restorer.cli.command;

import dev.restorer.ReportFormat;
import dev.restorer.cli.arguments.Arguments;
import dev.restorer.cli.arguments.CommandFlags;
import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.diff.DiffText;
import dev.restorer.cli.diff.ReportDiff;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.TerminalWidth;
import dev.restorer.cli.settings.LogLevelFlag;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.event.Level;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Shows what changed between two restores, by their reports.
 *
 * @param console the console to write to
 * @param process the process that the command runs in
 * @param services the services to call
 */
record DiffCommand(Console console, ProcessContext process, Services services) implements Subcommand {

    private static final LogLevelFlag LOG_LEVEL = new LogLevelFlag(Level.INFO);

    @Override
    public CommandSpec spec() {
        CommandFlags flags = Subcommand.flags(
                this,
                "diff",
                "Shows what changed between two restores, and why a layer was not used in the new one, by the files that"
                        + " --report wrote. Ends with 0 if nothing changed, and with 1 if something did.");
        LOG_LEVEL.addTo(flags);
        add(flags.spec(), 0, "OLD", "the report of the earlier restore");
        add(flags.spec(), 1, "NEW", "the report of the later restore");
        flags.spec().usageMessage().exitCodeList(ExitCodes.ofDiff());
        return flags.spec();
    }

    private static void add(CommandSpec spec, int index, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(String.valueOf(index))
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
    }

    @Override
    public int run(Arguments arguments) {
        FlagReader flags = new FlagReader(process, arguments);
        console.log().level(LOG_LEVEL.in(flags));
        ReportFormat format = services.reports().get();
        List<Path> files = List.of(file("OLD", 0, flags), file("NEW", 1, flags));
        ReportDiff diff = ReportDiff.of(format.read(files.get(0)), format.read(files.get(1)));
        DiffText.print(diff, TerminalWidth.in(process), console.style(), console::print);
        return diff.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private static Path file(String name, int index, FlagReader flags) {
        String text = flags.arguments().positional(index);
        if (text == null || text.isEmpty()) {
            String problem = text == null ? "missing" : "empty";
            throw flags.wrong(name + " is " + problem + ": give the file of a report");
        }
        return flags.paths().of(new FlagReader.Value(name, text));
    }
}
