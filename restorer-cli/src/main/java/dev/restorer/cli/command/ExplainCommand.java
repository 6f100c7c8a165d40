package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.Group;
import dev.restorer.api.Quoted;
import dev.restorer.api.RestorePlan;
import dev.restorer.cli.images.ImageAccess;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.log.LogLevel;
import dev.restorer.cli.table.ContentsTable;
import dev.restorer.cli.table.ImageLines;
import dev.restorer.cli.table.LaunchSbom;
import dev.restorer.cli.table.PlanTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Shows what a restore would do. It opens no store, and writes no report and no directory. */
final class ExplainCommand implements Subcommand {

    private final Console console;
    private final Environment environment;
    private final ProcessContext process;
    private final Services services;

    ExplainCommand(Console console, Environment environment, ProcessContext process, Services services) {
        this.console = console;
        this.environment = environment;
        this.process = process;
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        Flags named = Subcommand.named(
                this,
                "explain",
                "Shows what a restore with the same flags would do with each layer, and why. Writes nothing.");
        RestoreFlags.addTo(named);
        LogLevelFlag.addTo(named);
        return named.spec();
    }

    @Override
    public void run(ParseResult arguments) {
        FlagReader flags = new FlagReader(environment, arguments);
        console.level(LogLevelFlag.in(flags, LogLevel.INFO));
        if (flags.isOn("--contents-only")) {
            throw flags.wrong(
                    "--contents-only cannot be explained, since it depends on what the layers directory and the SHA store"
                            + " hold: leave it out to see what a whole restore would do");
        }
        PlatformApi platform = PlatformApi.in(flags);
        // Nothing is written, so no owner is set; the flags are only checked.
        Settings settings = new SettingsReader(flags, platform).read(() -> {
            new OwnerFlags(flags).requestedOwner();
            return null;
        });
        LayerRestorer restorer = services.restorer().get();
        MetadataReader reader = services.reader().get().withLimits(settings.metadataLimits());
        Group group = GroupFile.read(settings.group(), reader);
        // Base images are not read; the flags are only checked.
        BaseImageRequest unused = new BaseImageFlags(flags, platform).request(settings, group);
        Inputs inputs;
        try (ImageAccess images = new OpenImages(process, services).of(settings)) {
            inputs = new InputReader(reader, restorer, images, console).read(settings, group);
        }
        RestorePlan plan = restorer.plan(inputs.request());
        ImageLines.print(inputs.images(), console::print);
        PlanTable.print(plan, console::print);
        if (settings.scope().restoresContents()) {
            console.print("");
            ContentsTable.print(plan, launchSbom(inputs), console::print);
            console.print("");
            String layers = Quoted.escape(settings.layers().toString());
            console.print("The same rules apply to cached layers that are already in " + layers + ".");
        }
    }

    private static LaunchSbom launchSbom(Inputs inputs) {
        if (inputs.images().previous() == null) {
            return LaunchSbom.OF_ANALYZER;
        }
        return inputs.request().appMetadata().sbomDiffId() == null
                ? LaunchSbom.NONE
                : LaunchSbom.OF_PREVIOUS_IMAGE;
    }
}
