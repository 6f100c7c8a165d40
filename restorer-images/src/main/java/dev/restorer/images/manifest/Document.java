package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A manifest or an index. */
public sealed interface Document {

    /**
     * The manifest of an image.
     *
     * @param mediaType the kind of manifest
     * @param config its config
     * @param layers its layers, from the lowest to the uppermost
     */
    record Manifest(String mediaType, Descriptor config, List<Descriptor> layers) implements Document {

        /** Copies the list. */
        public Manifest {
            layers = List.copyOf(layers);
        }
    }

    /**
     * An index of manifests, or of indexes.
     *
     * @param manifests the descriptors of the manifests or indexes
     */
    record Index(List<Descriptor> manifests) implements Document {

        /** Copies the list. */
        public Index {
            manifests = List.copyOf(manifests);
        }
    }

    /**
     * Parses a manifest or an index.
     *
     * @param json the document
     * @param mediaType the media type from a header or descriptor; empty if unknown
     * @return a manifest or an index
     * @throws dev.restorer.images.formats.JsonException if it is not valid
     * @throws MismatchException if its media type is not supported, or it does not have the fields of that type
     */
    static Document parse(byte[] json, String mediaType) {
        Fields fields = JsonReader.read(json, reader -> {
            Fields read = new Fields();
            reader.object(field -> read.field(reader, field));
            return read;
        });
        return fields.document(mediaType);
    }

    /**
     * The fields of a document. A document with the fields of both a manifest and an index is rejected, since other
     * programs may read it as either.
     */
    final class Fields {

        private String mediaType = "";
        private @Nullable Descriptor config;
        private @Nullable List<Descriptor> layers;
        private @Nullable List<Descriptor> manifests;

        private Fields() {}

        private void field(JsonReader json, String field) {
            switch (field) {
                case "mediaType", "mediatype" -> mediaType = json.string();
                case "config" -> config = Descriptor.read(json);
                case "layers" -> layers = descriptors(json);
                case "manifests" -> manifests = descriptors(json);
                default -> json.other(field, known -> field(json, known));
            }
        }

        private static List<Descriptor> descriptors(JsonReader json) {
            List<Descriptor> descriptors = new ArrayList<>();
            json.array(() -> descriptors.add(Descriptor.read(json)));
            return descriptors;
        }

        private Document document(String expectedType) {
            String type = type(expectedType);
            if (MediaTypes.isIndex(type) && manifests != null && config == null && layers == null) {
                return new Index(manifests);
            }
            if (MediaTypes.isManifest(type) && manifests == null && config != null && layers != null) {
                return new Manifest(type, config, layers);
            }
            throw new MismatchException("it does not have the fields of " + type);
        }

        /**
         * Returns the media type. As in the lifecycle, that of the header or descriptor is used, whatever the document
         * says. A registry may send none, or a general one; then that of the document is used.
         */
        private String type(String expectedType) {
            if (isSupported(expectedType)) {
                return expectedType;
            }
            if (mediaType.isEmpty()) {
                return manifests != null ? MediaTypes.OCI_INDEX : MediaTypes.OCI_MANIFEST;
            }
            if (!isSupported(mediaType)) {
                throw new MismatchException("its media type " + mediaType + " is not supported");
            }
            return mediaType;
        }

        private static boolean isSupported(String type) {
            return MediaTypes.isIndex(type) || MediaTypes.isManifest(type);
        }
    }
}
