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
     * @param manifests what it has
     */
    record Index(List<Descriptor> manifests) implements Document {

        /** Copies the list. */
        public Index {
            manifests = List.copyOf(manifests);
        }
    }

    /**
     * Reads one.
     *
     * @param json the document
     * @param mediaType the kind that it is said to be of; empty if nothing is said
     * @return a manifest or an index
     * @throws dev.restorer.images.formats.JsonException if it is not of this form
     * @throws MismatchException if it is of another kind than it is said to be, or than is read
     */
    static Document parse(byte[] json, String mediaType) {
        Fields fields = JsonReader.read(json, reader -> {
            Fields read = new Fields();
            reader.object(field -> read.field(reader, field));
            return read;
        });
        return fields.document(mediaType);
    }

    /** What is both would be read by one as a manifest and by another as an index, so it is read as neither. */
    final class Fields {

        private String mediaType = "";
        private @Nullable Descriptor config;
        private @Nullable List<Descriptor> layers;
        private @Nullable List<Descriptor> manifests;

        private Fields() {}

        private void field(JsonReader json, String field) {
            switch (field) {
                case "mediaType" -> mediaType = json.string();
                case "config" -> config = Descriptor.read(json);
                case "layers" -> layers = descriptors(json);
                case "manifests" -> manifests = descriptors(json);
                default -> json.skip();
            }
        }

        private static List<Descriptor> descriptors(JsonReader json) {
            List<Descriptor> descriptors = new ArrayList<>();
            json.array(() -> descriptors.add(Descriptor.read(json)));
            return descriptors;
        }

        private Document document(String said) {
            String type = kind(said);
            if (MediaTypes.isIndex(type) && manifests != null && config == null && layers == null) {
                return new Index(manifests);
            }
            if (MediaTypes.isManifest(type) && manifests == null && config != null && layers != null) {
                return new Manifest(type, config, layers);
            }
            throw new MismatchException("it has not the fields of " + type);
        }

        /** A registry may say nothing, or a kind of which there are many, such as JSON; the document then says it. */
        private String kind(String said) {
            boolean known = MediaTypes.isIndex(said) || MediaTypes.isManifest(said);
            String type = mediaType.isEmpty() ? said : mediaType;
            if (known && !said.equals(type)) {
                throw new MismatchException("it says that it is " + type + ", and is said to be " + said);
            }
            if (!MediaTypes.isIndex(type) && !MediaTypes.isManifest(type)) {
                if (mediaType.isEmpty()) {
                    return manifests != null ? MediaTypes.OCI_INDEX : MediaTypes.OCI_MANIFEST;
                }
                throw new MismatchException("it is of the kind " + type + ", which is not read");
            }
            return type;
        }
    }
}
