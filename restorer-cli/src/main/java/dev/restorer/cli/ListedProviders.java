package dev.restorer.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/**
 * A class loader with which {@link java.util.ServiceLoader} finds the providers that the command always has, without opening
 * the fifteen jars of its class path: their classes are in the archive. Providers of other services, such as images, are
 * searched for.
 */
final class ListedProviders extends ClassLoader {

    static final Map<String, List<String>> PROVIDERS = Map.of(
            "dev.restorer.BaseImageRecorder", List.of("dev.restorer.core.engine.BaseImageRecording"),
            "dev.restorer.LayerRestorer", List.of("dev.restorer.core.engine.RestoreEngine"),
            "dev.restorer.MetadataReader", List.of("dev.restorer.core.engine.FileMetadataReader"),
            "dev.restorer.ReportFormat", List.of("dev.restorer.core.report.JsonReportFormat"),
            "dev.restorer.spi.ShaStoreProvider",
                    List.of(
                            "dev.restorer.shastore.memory.MemoryShaStoreProvider",
                            "dev.restorer.shastore.files.FilesShaStoreProvider",
                            "dev.restorer.shastore.redis.RedisShaStoreProvider"));

    private static final String SERVICES = "META-INF/services/";

    ListedProviders() {
        super(ListedProviders.class.getClassLoader());
    }

    /** Lets providers be found in the list, if {@code bin/restorer} says that the class path has no others. */
    static void useIfComplete() {
        if (Boolean.getBoolean("restorer.listedProviders")) {
            Thread.currentThread().setContextClassLoader(new ListedProviders());
            System.setProperty("slf4j.provider", "dev.restorer.cli.log.ConsoleLoggerProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN"); // or it prints that it was told a provider
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<String> classes = name.startsWith(SERVICES) ? PROVIDERS.get(name.substring(SERVICES.length())) : null;
        return classes == null ? super.getResources(name) : Collections.enumeration(List.of(file(classes)));
    }

    /** Returns a file with names of classes that is in memory. */
    private static URL file(List<String> classes) throws IOException {
        byte[] content = String.join("\n", classes).getBytes(StandardCharsets.UTF_8);
        return new URL(null, "providers:listed", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(content);
                    }
                };
            }
        });
    }
}
