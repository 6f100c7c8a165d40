package dev.restorer.cli.command;

import dev.restorer.BaseImageRecorder;
import dev.restorer.ImageSources;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ReportFormat;
import dev.restorer.ShaStores;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The services that the command calls, each of which is found only when it is needed.
 *
 * @param reader finds the metadata reader
 * @param restorer finds the restorer
 * @param shaStores finds the SHA stores
 * @param baseImages finds the recorder of base images
 * @param reports finds the format of reports
 * @param images opens a source of images
 */
public record Services(
        Supplier<MetadataReader> reader,
        Supplier<LayerRestorer> restorer,
        Supplier<ShaStores> shaStores,
        Supplier<BaseImageRecorder> baseImages,
        Supplier<ReportFormat> reports,
        Function<ImageSourceConfiguration, ImageSource> images) {

    /**
     * Returns the services on the module path or class path.
     *
     * @param process the process, which may have additional SHA stores
     * @return the services
     */
    public static Services found(ProcessContext process) {
        return new Services(
                MetadataReader::load,
                LayerRestorer::load,
                () -> shaStores(process.launch().additionalStores()),
                BaseImageRecorder::load,
                ReportFormat::load,
                Services::openImages);
    }

    private static ShaStores shaStores(@Nullable Path additional) {
        if (additional != null) {
            AdditionalStores.add(additional);
        }
        return ShaStores.load();
    }

    private static ImageSource openImages(ImageSourceConfiguration configuration) {
        ImageSources sources = ImageSources.load();
        ImageSource opened = sources.openSource(configuration);
        BrokenProviders.warn(sources.broken()); // otherwise the exception names them
        return opened;
    }
}
