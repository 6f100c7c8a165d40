package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Faults of stores whose files the restore writes. */
final class FileFaults {

    private FileFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                new Fault(
                        "names files by their layers",
                        "filesHaveSafeNamesOrAreRefused",
                        kept -> new SoundFileStore(kept) {
                            @Override
                            String name(String layer) {
                                return layer;
                            }
                        }),
                new Fault(
                        "gives files names that are too long",
                        "filesHaveSafeNamesOrAreRefused",
                        kept -> new SoundFileStore(kept) {
                            @Override
                            String name(String layer) {
                                return "n".repeat(256);
                            }
                        }),
                new Fault(
                        "gives files names with a control character",
                        "filesHaveSafeNamesOrAreRefused",
                        kept -> new SoundFileStore(kept) {
                            @Override
                            String name(String layer) {
                                return super.name(layer) + "\0";
                            }
                        }),
                new Fault(
                        "takes every directory for its own",
                        "nothingIsKeptElsewhere",
                        kept -> new SoundFileStore(kept) {
                            @Override
                            public boolean keepsIn(Path directory, String buildpackId) {
                                super.keepsIn(directory, buildpackId);
                                return true;
                            }
                        }),
                new Fault("gives files after close", "filesAfterCloseFail", FilesAfterClose::new),
                new Fault("takes a null id", "filesOfNullFail", kept -> new SoundFileStore(kept) {
                    @Override
                    public boolean keepsIn(Path directory, String buildpackId) {
                        return super.keepsIn(directory, String.valueOf((Object) buildpackId));
                    }
                }));
    }

    private static final class FilesAfterClose extends SoundFileStore {

        FilesAfterClose(Map<LayerId, String> kept) {
            super(kept);
        }

        @Override
        public Map<String, byte[]> files(String buildpackId, Map<String, String> diffIds) {
            return Map.of();
        }
    }
}
