package dev.restorer.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The recorded rebuilds of the test resources, unpacked. */
final class Rebuilds {

    private static final List<String> PLATFORM_APIS = List.of("0.7", "0.8", "0.12", "0.14", "0.15");

    private Rebuilds() {}

    static List<Rebuild> unpackInto(Path directory) {
        List<Rebuild> rebuilds = new ArrayList<>();
        for (String platformApi : PLATFORM_APIS) {
            try (InputStream archive = Rebuilds.class.getResourceAsStream("/rebuilds/" + platformApi + ".tar.gz");
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new GZIPInputStream(Objects.requireNonNull(archive)), "UTF-8")) {
                unpack(tar, directory);
                rebuilds.addAll(casesIn(directory.resolve(platformApi)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rebuilds;
    }

    private static void unpack(TarArchiveInputStream tar, Path directory) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = directory.resolve(entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else {
                Files.copy(tar, path);
            }
            Files.setAttribute(path, "unix:mode", entry.getMode() & 0777);
        }
    }

    private static List<Rebuild> casesIn(Path directory) throws IOException {
        try (Stream<Path> cases = Files.list(directory)) {
            return cases.filter(each -> Files.exists(each.resolve("case.json")))
                    .sorted()
                    .map(Rebuild::in)
                    .toList();
        }
    }
}
