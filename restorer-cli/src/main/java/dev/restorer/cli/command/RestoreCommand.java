package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.Group;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestoreReport;
import dev.restorer.cli.arguments.Arguments;
import dev.restorer.cli.arguments.CommandFlags;
import dev.restorer.cli.arguments.FlagKinds;
import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.arguments.Flags;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.images.ImageAccess;
import dev.restorer.cli.images.UsedImages;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.report.ReportFile;
import dev.restorer.cli.report.ReportTarget;
import dev.restorer.cli.report.ReportTargetCheck;
import dev.restorer.cli.settings.BaseImageFlags;
import dev.restorer.cli.settings.LogLevelFlag;
import dev.restorer.cli.settings.OwnerFlags;
import dev.restorer.cli.settings.PlatformApi;
import dev.restorer.cli.settings.RestoreFlags;
import dev.restorer.cli.settings.Scope;
import dev.restorer.cli.settings.Settings;
import dev.restorer.cli.settings.SettingsReader;
import dev.restorer.spi.ImageException;
import dev.restorer.spi.ShaStore;
import java.io.FileDescriptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Restores metadata, contents or both.
 *
 * @param console the console to write to
 * @param process the process that the command runs in
 * @param services the services to call
 */
record RestoreCommand(Console console, ProcessContext process, Services services) implements Subcommand {

    private static final LogLevelFlag LOG_LEVEL = new LogLevelFlag(Level.INFO);

    @Override
    public CommandSpec spec() {
        CommandFlags flags = Subcommand.flags(
                this, "restore", "Restores the metadata of layers, and the contents of cached layers.");
        addFlags(flags);
        flags.spec().usageMessage().exitCodeList(ExitCodes.ofRestore());
        return flags.spec();
    }

    private static void addFlags(Flags flags) {
        RestoreFlags.addTo(flags);
        LOG_LEVEL.addTo(flags);
    }

    @Override
    public FlagKinds flagsOnly() {
        FlagKinds kinds = new FlagKinds();
        addFlags(kinds);
        HelpFlags.addColors(kinds);
        return kinds;
    }

    @Override
    public boolean printsResult() {
        return false;
    }

    @Override
    public int run(Arguments arguments) {
        FlagReader flags = new FlagReader(process, arguments);
        console.log().level(LOG_LEVEL.in(flags));
        PlatformApi platform = PlatformApi.in(flags);
        Settings settings =
                new SettingsReader(flags, platform).read(() -> new OwnerFlags(flags).ownerToSet(process.owner()));
        prepareReport(settings);
        warnIfRoot(settings.owner());
        ShaStores stores = services.shaStores().get(); // before the group is read: its error is about the installation
        MetadataReader reader = services.reader().get().withLimits(settings.metadataLimits());
        Group group = GroupFile.read(settings.group(), flags, reader);
        BaseImageRequest baseImages = new BaseImageFlags(flags, platform).request(settings, group);
        requireOtherReport(new ReportOverlap(settings, group, baseImages), flags);
        try {
            restore(stores, settings, group, reader, baseImages);
        } catch (ImageException | MetadataReadException | IllegalStateException e) {
            throw process.shutdown().hasBegun() ? new RestoreCancelledException(settings.layers()) : e;
        } catch (LayersDirectoryException e) {
            throw DefaultLayers.explained(e, settings.layers(), flags);
        }
        return ExitCode.DONE;
    }

    private void restore(
            ShaStores stores,
            Settings settings,
            Group group,
            MetadataReader reader,
            @Nullable BaseImageRequest baseImages) {
        LayerRestorer restorer = services.restorer().get();
        try (ImageAccess images = settings.images().open(services.images(), process)) {
            process.shutdown().closeAtShutdown(images);
            Inputs inputs = new InputReader(reader, restorer, images, console).read(settings, group);
            recordBaseImages(baseImages, images);
            RestoreReport report;
            try (ShaStore store = stores.openStore(settings.shaStore(), settings.layers(), settings.owner())) {
                BrokenProviders.warn(stores.broken()); // otherwise the exception names them
                report = new RestoreRunner(restorer, console, process).run(inputs, store, settings);
            }
            warnIfNoDiffIds(report, settings.scope());
            write(report, inputs.images(), settings);
        }
    }

    /** Reports an unusable target before anything is restored, and keeps the log out of a report on standard output. */
    private void prepareReport(Settings settings) {
        if (settings.report() instanceof ReportTarget.Named named) {
            ReportTargetCheck.require(named.path(), settings.layers());
        } else if (settings.report() instanceof ReportTarget.Stream stream
                && stream.descriptor() == FileDescriptor.out) {
            console.log().useStandardError();
        }
    }

    private static void requireOtherReport(ReportOverlap overlap, FlagReader flags) {
        FlagReader.Value given = flags.given("--report");
        if (given != null && overlap.exists()) {
            throw flags.wrong(given.refusal()
                    + ", which is or may become a file of the restore itself: give a file that nothing else uses");
        }
    }

    private void recordBaseImages(@Nullable BaseImageRequest request, ImageAccess images) {
        if (request != null) {
            services.baseImages().get().record(request, images.appImagesOnDemand());
        }
    }

    /** Warns if an owner is requested and untrusted input is read with the rights of root. */
    private void warnIfRoot(@Nullable Owner owner) {
        String known = process.launch().whyRootIsKept();
        if (owner == null || (known == null && process.owner().get().isEmpty())) {
            return;
        }
        console.log()
                .warn("Restoring as root, and giving every entry to " + owner + ", since "
                        + (known == null ? "nothing gave up its rights. Start the command with bin/restorer" : known)
                        + ", so that files are read without the rights of root.");
    }

    /** Each layer is logged as one with other contents, which does not say what to do. */
    private void warnIfNoDiffIds(RestoreReport report, Scope scope) {
        if (!scope.restoresMetadata() && DiffIdCheck.isNoneKnown(report)) {
            console.log()
                    .warn("All layers that the cache has were removed, since the SHA store has no diff id of any."
                            + " Name the store and the namespace that --metadata-only used, and let its entries live"
                            + " until then.");
        }
    }

    private void write(RestoreReport report, UsedImages images, Settings settings) {
        ReportTarget target = settings.report();
        if (target != null) {
            // The log and the report may go to the same stream.
            console.flush();
            ReportFile.write(images.addTo(report), services.reports().get(), target, settings.owner());
        }
    }
}
