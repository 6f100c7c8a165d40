package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.RestoreRequest;
import dev.restorer.cli.demo.Sample;
import dev.restorer.cli.demo.Tree;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.log.LogLevel;
import dev.restorer.cli.table.PlanTable;
import dev.restorer.spi.ShaStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Restores a sample, so that a person sees a restore before having any input for one. */
@Command(
        name = "demo",
        description = "Restores a bundled sample into a temporary directory, and shows what was decided and written.")
final class DemoCommand implements Subcommand {

    private final Console console;
    private final Environment environment;
    private final Services services;

    @Mixin
    LogLevelFlag logLevel = new LogLevelFlag();

    @Mixin
    HelpFlags help = new HelpFlags();

    DemoCommand(Console console, Environment environment, Services services) {
        this.console = console;
        this.environment = environment;
        this.services = services;
    }

    @Override
    public void run(CommandLine line) {
        // The table tells what the log would.
        console.level(logLevel.in(environment, line, LogLevel.WARN));
        Sample sample = Sample.unpack();
        LayerRestorer restorer = services.restorer().get();
        RestoreRequest request = request(sample, services.reader().get());
        try (ShaStore store = services.shaStores().get().openStore("memory:", sample.layers())) {
            restorer.restore(request, store);
        }
        console.print("What was decided for each layer, and why:");
        console.print("");
        PlanTable.print(restorer.plan(request), console::print);
        console.print("");
        console.print("What was written to " + sample.layers() + ":");
        console.print("");
        Tree.print(sample.layers(), console::print);
        console.print("");
        console.print("The input is beside it: " + sample.inputs());
    }

    private static RestoreRequest request(Sample sample, MetadataReader reader) {
        return RestoreRequest.in(sample.layers())
                .group(reader.readGroup(sample.group()))
                .appMetadata(reader.readLabel(sample.appMetadata()))
                .cacheMetadata(reader.readCacheMetadata(sample.cacheMetadata()))
                .build();
    }
}
