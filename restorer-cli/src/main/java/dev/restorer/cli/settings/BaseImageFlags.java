package dev.restorer.cli.settings;

import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.Group;
import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.arguments.Flags;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The flags for the base images of builds with image extensions. From which Platform API a flag has an effect is
 * decided by the rules for base images. (Platform specification, restorer)
 *
 * @param flags the flags
 * @param platform the Platform API
 */
public record BaseImageFlags(FlagReader flags, PlatformApi platform) {

    static void addTo(Flags flags) {
        flags.text(
                "build-image",
                "IMAGE",
                "the build image to record in analyzed.toml (CNB_BUILD_IMAGE; from Platform API 0.10; default: none)");
        flags.text(
                "kaniko-dir",
                "DIR",
                "the directory for the images that the extender extends, if there are any (/kaniko)");
        flags.text("run", "FILE", "the mirrors of run images (CNB_RUN_PATH; /cnb/run.toml; from 0.14)");
        flags.onOff(
                "daemon",
                "the app image goes to a daemon, which is not read: for a run image that only a daemon has, there is a warning"
                        + " (CNB_USE_DAEMON; from 0.12)");
        flags.text("generated", "DIR", "no effect (CNB_GENERATED_DIR; from 0.12)");
    }

    /**
     * Returns the request. Reads no file.
     *
     * @param settings the settings
     * @param group the group
     * @return the request, or null if nothing is to be recorded
     * @throws picocli.CommandLine.ParameterException if there may be an image to record, and no directory that has it
     */
    public @Nullable BaseImageRequest request(Settings settings, Group group) {
        if (!settings.scope().restoresMetadata()) {
            return null;
        }
        BaseImageRequest.Builder request = BaseImageRequest.of(settings.analyzed())
                .platformApi(platform.text())
                .extensions(group.hasExtensions())
                .buildImage(flags.givenTextUnlessEmpty("--build-image", "CNB_BUILD_IMAGE"))
                .daemon(flags.isOn("--daemon", "CNB_USE_DAEMON"))
                .layout(settings.images().usesLayout())
                .limits(settings.metadataLimits())
                .owner(settings.owner());
        Path kaniko = flags.paths().given("--kaniko-dir");
        if (kaniko != null) {
            request.kanikoDirectory(kaniko);
        }
        Path run = new InputFileFlags(flags).givenUnlessEmpty("--run", "CNB_RUN_PATH");
        if (run != null) {
            request.runToml(run);
        }
        BaseImageRequest built = request.build();
        if (!built.mayRecord()) {
            return null;
        }
        ImageFlags.requireLayoutDirectory(settings.images(), flags);
        return built;
    }
}
