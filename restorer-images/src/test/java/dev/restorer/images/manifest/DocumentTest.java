package dev.restorer.images.manifest;

import static dev.restorer.images.TestImage.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.images.reference.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    private static final String DESCRIPTOR = "{'digest':'" + Digest.sha256(new byte[0]) + "','size':0}";
    private static final String MANIFEST = "'config':" + DESCRIPTOR + ",'layers':[]";
    private static final String INDEX = "'manifests':[]";

    private static Document parse(String fields, String mediaType) {
        return Document.parse(json("{" + fields + "}"), mediaType);
    }

    @Test
    void fieldsInAnotherCaseAreReadAsInGo() {
        String descriptor = DESCRIPTOR.replace("digest", "DIGEST").replace("size", "Size");
        Document document =
                parse("'MediaType':'" + MediaTypes.DOCKER_MANIFEST + "','Config':" + descriptor + ",'LAYERS':[]", "");
        assertThat(document)
                .isInstanceOfSatisfying(
                        Document.Manifest.class,
                        manifest -> assertThat(manifest.mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST));
    }

    @Test
    void theMessageAboutALongMediaTypeIsShort() {
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> parse("'mediaType':'" + "x".repeat(1_000_000) + "'," + INDEX, ""))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manifests", "manifests", "manifest\u017f"})
    void fieldsOfBothAManifestAndAnIndexAreRejectedInAnyCase(String name) {
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> parse(MANIFEST + ",'" + name + "':[]", MediaTypes.OCI_MANIFEST));
    }

    @ParameterizedTest
    @CsvSource({
        MediaTypes.OCI_MANIFEST + "," + MediaTypes.DOCKER_MANIFEST,
        MediaTypes.DOCKER_MANIFEST + "," + MediaTypes.OCI_MANIFEST,
        MediaTypes.OCI_MANIFEST + "," + MediaTypes.OCI_INDEX,
        MediaTypes.OCI_MANIFEST + ",text/plain"
    })
    void theTypeOfTheHeaderIsUsedWhateverTheDocumentSays(String header, String own) {
        assertThat(parse("'mediaType':'" + own + "'," + MANIFEST, header))
                .isInstanceOfSatisfying(
                        Document.Manifest.class,
                        manifest -> assertThat(manifest.mediaType()).isEqualTo(header));
    }

    @ParameterizedTest
    @CsvSource({
        MediaTypes.OCI_MANIFEST + "," + MediaTypes.OCI_INDEX,
        MediaTypes.DOCKER_MANIFEST + "," + MediaTypes.DOCKER_LIST
    })
    void aDocumentMustHaveTheFieldsOfTheTypeOfTheHeader(String header, String own) {
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> parse("'mediaType':'" + own + "'," + INDEX, header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json"})
    void theTypeOfTheDocumentIsUsedIfTheHeaderHasNoneOfAnImage(String header) {
        assertThat(parse("'mediaType':'" + MediaTypes.OCI_INDEX + "'," + INDEX, header))
                .isInstanceOf(Document.Index.class);
    }
}
