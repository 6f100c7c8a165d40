package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.log.LogLevel;
import dev.restorer.cli.report.ReportFile;
import dev.restorer.cli.report.ReportPlace;
import dev.restorer.spi.ShaStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Restores. */
final class RestoreCommand implements Subcommand {

    private final Console console;
    private final Environment environment;
    private final Surroundings surroundings;
    private final Services services;

    RestoreCommand(Console console, Environment environment, Surroundings surroundings, Services services) {
        this.console = console;
        this.environment = environment;
        this.surroundings = surroundings;
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        Flags named = Subcommand.named(
                this,
                "restore",
                "Restores what buildpacks knew about their layers, and the contents of cached layers.");
        RestoreFlags.addTo(named);
        LogLevelFlag.addTo(named);
        return named.spec();
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void run(ParseResult arguments) {
        FlagReader flags = new FlagReader(environment, arguments);
        console.level(LogLevelFlag.in(flags, LogLevel.INFO));
        PlatformApi platform = PlatformApi.in(flags);
        Settings settings =
                new SettingsReader(flags, platform).settle(() -> new OwnerFlags(flags).toGive(surroundings.owner()));
        PlatformFlags images = new PlatformFlags(flags, platform);
        images.refuseCacheImage(settings);
        images.tell(console);
        tellOfRoot(settings.owner());
        ShaStores stores = services.shaStores().get();
        BrokenStores.tell(stores, console);
        LayerRestorer restorer = services.restorer().get();
        MetadataReader reader = services.reader().get().withLimits(settings.metadataLimits());
        RestoreRequest request = new RequestReader(reader, restorer).read(settings);
        Restoration restoration = new Restoration(restorer, reader, console, surroundings);
        RestoreReport report;
        try (ShaStore store = stores.openStore(settings.shaStore(), settings.layers(), settings.owner())) {
            report = restoration.carryOut(request, store, settings);
        }
        write(report, settings);
    }

    /** Whoever asks for an owner wants what is not trusted to be read without the rights of root. */
    private void tellOfRoot(@Nullable Owner owner) {
        String known = surroundings.launch().keptRoot();
        if (owner == null || (known == null && surroundings.owner().get().isEmpty())) {
            return;
        }
        console.log(
                Level.WARN,
                "Restoring as root, and giving every entry to " + owner + ", since "
                        + (known == null ? "nothing gave up its rights. Start the command with bin/restorer" : known)
                        + ", so that files are read without the rights of root.");
    }

    private void write(RestoreReport report, Settings settings) {
        ReportPlace place = settings.report();
        if (place != null) {
            // Both may go to one place.
            console.flush();
            ReportFile.write(report, place, settings.owner());
        }
    }
}
