package dev.restorer.cli.command;

import dev.restorer.cli.images.ImageAccess;

/**
 * Gives a subcommand access to the images of its settings.
 *
 * @param process has the environment
 * @param services open sources of images
 */
record OpenImages(ProcessContext process, Services services) {

    /** Returns the access, to be closed by the caller. A source is opened only if an image is read. */
    ImageAccess of(Settings settings) {
        ImageSettings images = settings.images();
        return new ImageAccess(
                services.images(), images.layoutDirectory(), images.insecureRegistries(), process::imageEnvironment);
    }
}
