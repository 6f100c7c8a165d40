package dev.restorer.images.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private static Config config(String latin1) {
        return Config.parse(latin1.replace('\'', '"').getBytes(ISO_8859_1));
    }

    @Test
    void fieldsInAnotherCaseAreReadAsInGoAndLabelsKeepTheirs() {
        Config config = config("{'OS':'linux','Architecture':'arm64','Variant':'v8',"
                + "'Config':{'labels':{'a':'1','A':'2'}},'RootFS':{'Diff_IDs':['d']}}");
        assertThat(config.platform()).hasToString("linux/arm64/v8");
        assertThat(config.labels()).containsOnly(Map.entry("a", "1"), Map.entry("A", "2"));
        assertThat(config.diffIds()).containsExactly("d");
    }

    @Test
    void theLastOfTwoListsOfDiffIdsIsUsed() {
        assertThat(config("{'rootfs':{'diff_ids':['c','d']},'RootFS':{'diff_ids':['e']}}")
                        .diffIds())
                .containsExactly("e");
    }

    @Test
    void bytesOfALabelThatAreNotUtf8AreReplaced() {
        assertThat(config("{'config':{'Labels':{'a':'caf\u00e9'}}}").labels()).containsEntry("a", "caf\ufffd");
    }
}
