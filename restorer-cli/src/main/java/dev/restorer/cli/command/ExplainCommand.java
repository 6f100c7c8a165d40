package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.Group;
import dev.restorer.api.Quoted;
import dev.restorer.api.RestoreRequest;
import dev.restorer.cli.arguments.Arguments;
import dev.restorer.cli.arguments.CommandFlags;
import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.explain.Explanation;
import dev.restorer.cli.explain.FullTable;
import dev.restorer.cli.explain.LayerWalk;
import dev.restorer.cli.explain.MarkdownTable;
import dev.restorer.cli.explain.PlannedReport;
import dev.restorer.cli.explain.WalkMarkdown;
import dev.restorer.cli.explain.WalkText;
import dev.restorer.cli.explain.WideTables;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.images.ImageAccess;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.TerminalWidth;
import dev.restorer.cli.settings.BaseImageFlags;
import dev.restorer.cli.settings.LogLevelFlag;
import dev.restorer.cli.settings.OwnerFlags;
import dev.restorer.cli.settings.PlatformApi;
import dev.restorer.cli.settings.RestoreFlags;
import dev.restorer.cli.settings.Settings;
import dev.restorer.cli.settings.SettingsReader;
import dev.restorer.cli.table.LaunchSbom;
import dev.restorer.cli.text.Suggestion;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.event.Level;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Shows what a restore would do. It opens no store, and writes no report and no directory.
 *
 * @param console the console to write to
 * @param process the process that the command runs in
 * @param services the services to call
 */
record ExplainCommand(Console console, ProcessContext process, Services services) implements Subcommand {

    private static final LogLevelFlag LOG_LEVEL = new LogLevelFlag(Level.INFO);

    @Override
    public CommandSpec spec() {
        CommandFlags flags = Subcommand.flags(
                this,
                "explain",
                "Shows what a restore with the same flags would do with each layer, and why. Writes nothing.");
        ExplainFlags.addTo(flags);
        RestoreFlags.addTo(flags);
        LOG_LEVEL.addTo(flags);
        flags.spec().usageMessage().exitCodeList(ExitCodes.ofRestore());
        return flags.spec();
    }

    @Override
    public int run(Arguments arguments) {
        FlagReader flags = new FlagReader(process, arguments);
        console.log().level(LOG_LEVEL.in(flags));
        warnOfReport(flags);
        ExplainFlags.Format format = ExplainFlags.format(flags);
        FlagReader.Value layer = ExplainFlags.layer(flags);
        if (format == ExplainFlags.Format.JSON || format == ExplainFlags.Format.MARKDOWN) {
            console.log().useStandardError();
        }
        rejectContentsOnly(flags);
        Explanation explanation = explanation(flags);
        if (layer == null) {
            print(explanation, format);
        } else {
            print(
                    LayerWalk.of(explanation, layer.text()).orElseThrow(() -> unlisted(layer, explanation, flags)),
                    format);
        }
        return ExitCode.DONE;
    }

    private void warnOfReport(FlagReader flags) {
        if (flags.given("--report") != null) {
            console.log().warn("--report has no effect in explain. Give --format json to print the plan as a report.");
        }
    }

    private static void rejectContentsOnly(FlagReader flags) {
        if (flags.isOn("--contents-only")) {
            throw flags.wrong(
                    "--contents-only cannot be explained, since it depends on what the layers directory and the SHA store"
                            + " hold: leave it out to see what a whole restore would do");
        }
    }

    private Explanation explanation(FlagReader flags) {
        PlatformApi platform = PlatformApi.in(flags);
        Settings settings = settings(flags, platform);
        LayerRestorer restorer = services.restorer().get();
        MetadataReader reader = services.reader().get().withLimits(settings.metadataLimits());
        Group group = GroupFile.read(settings.group(), flags, reader);
        // Base images are not read; the flags are only checked.
        BaseImageRequest unused = new BaseImageFlags(flags, platform).request(settings, group);
        Inputs inputs;
        try (ImageAccess images = settings.images().open(services.images(), process)) {
            inputs = new InputReader(reader, restorer, images, console).read(settings, group);
        }
        return new Explanation(
                restorer.plan(inputs.request()),
                settings.layers(),
                inputs.images(),
                settings.scope().restoresContents(),
                launchSbom(inputs),
                listedBuildpacks(inputs.request()));
    }

    /** Reads the settings of the restore. Nothing is written, so no owner is set; its flags are only checked. */
    private static Settings settings(FlagReader flags, PlatformApi platform) {
        return new SettingsReader(flags, platform).read(() -> {
            new OwnerFlags(flags).requestedOwner();
            return null;
        });
    }

    private void print(Explanation explanation, ExplainFlags.Format format) {
        switch (format) {
            case TABLE -> FullTable.print(explanation, TerminalWidth.in(process), console.style(), console::print);
            case WIDE -> WideTables.print(explanation, console::print);
            case JSON ->
                console.print(PlannedReport.json(explanation, services.reports().get()));
            case MARKDOWN -> MarkdownTable.print(explanation, console::print);
        }
    }

    private void print(LayerWalk walk, ExplainFlags.Format format) {
        if (format == ExplainFlags.Format.MARKDOWN) {
            WalkMarkdown.print(walk, console::print);
        } else {
            WalkText.print(walk, TerminalWidth.in(process), console.style(), console::print);
        }
    }

    private static ParameterException unlisted(FlagReader.Value layer, Explanation explanation, FlagReader flags) {
        return flags.wrong(
                layer.refusal() + ", since neither the app image nor the cache lists that layer of a buildpack"
                        + " in the group"
                        + Suggestion.of(layer.text(), LayerWalk.names(explanation))
                                .map(name -> " (did you mean " + Quoted.quote(name) + "?)")
                                .orElse(ExplainFlags.LAYER_FORM));
    }

    private static Collection<String> listedBuildpacks(RestoreRequest request) {
        return Stream.of(
                        request.appMetadata().buildpacks(),
                        request.cacheMetadata().buildpacks())
                .flatMap(Collection::stream)
                .filter(buildpack -> !buildpack.layers().isEmpty())
                .map(BuildpackMetadata::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LaunchSbom launchSbom(Inputs inputs) {
        if (inputs.images().previous() == null) {
            return LaunchSbom.OF_ANALYZER;
        }
        return inputs.request().appMetadata().sbomDiffId() == null ? LaunchSbom.NONE : LaunchSbom.OF_PREVIOUS_IMAGE;
    }
}
