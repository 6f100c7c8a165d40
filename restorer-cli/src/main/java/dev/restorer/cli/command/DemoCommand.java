package dev.restorer.cli.command;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreRequest;
import dev.restorer.cli.arguments.Arguments;
import dev.restorer.cli.arguments.CommandFlags;
import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.demo.Sample;
import dev.restorer.cli.demo.Tree;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.settings.LogLevelFlag;
import dev.restorer.cli.table.ContentsTable;
import dev.restorer.cli.table.LaunchSbom;
import dev.restorer.cli.table.PlanTable;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import org.slf4j.event.Level;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Restores a bundled sample, which shows a restore without any input.
 *
 * @param console the console to write to
 * @param process the process that the command runs in
 * @param services the services to call
 */
record DemoCommand(Console console, ProcessContext process, Services services) implements Subcommand {

    private static final LogLevelFlag LOG_LEVEL = new LogLevelFlag(Level.WARN);

    @Override
    public CommandSpec spec() {
        CommandFlags flags = Subcommand.flags(
                this,
                "demo",
                "Restores a bundled sample into a temporary directory, and shows the decisions and the written files.");
        LOG_LEVEL.addTo(flags);
        return flags.spec();
    }

    @Override
    public int run(Arguments arguments) {
        FlagReader flags = new FlagReader(process, arguments);
        // The table shows what the log would.
        console.log().level(LOG_LEVEL.in(flags));
        Sample sample = Sample.unpack();
        LayerRestorer restorer = services.restorer().get();
        MetadataReader reader = services.reader().get();
        LayerCache cache = reader.volumeCache(sample.cache());
        RestoreRequest request = request(sample, reader, cache);
        try (ShaStore store = services.shaStores().get().openStore("memory:", sample.layers())) {
            restorer.restore(request, store, ContentsOptions.from(cache).build());
        }
        console.print("The decision about the metadata of each layer, and the reason:");
        console.print("");
        RestorePlan plan = restorer.plan(request);
        PlanTable.print(plan, console::print);
        console.print("");
        console.print("The decision about the contents of each cached layer, and the reason:");
        console.print("");
        ContentsTable.print(plan, LaunchSbom.OF_ANALYZER, console::print);
        console.print("");
        console.print("The files that were written to " + sample.layers() + ":");
        console.print("");
        Tree.print(sample.layers(), console::print);
        console.print("");
        console.print("The directory of the input: " + sample.inputs());
        return ExitCode.DONE;
    }

    private static RestoreRequest request(Sample sample, MetadataReader reader, LayerCache cache) {
        return RestoreRequest.in(sample.layers())
                .group(reader.readGroup(sample.group()))
                .appMetadata(reader.readLabel(sample.appMetadata()))
                .cacheMetadata(reader.readCacheMetadata(cache))
                .build();
    }
}
