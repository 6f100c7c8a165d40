package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenNameTest {

    @Test
    void everyNextNameIsANewOneAndHidden() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 10_000).parallel().forEach(i -> names.add(HiddenName.next()));
        assertThat(names).hasSize(10_000).allMatch(PlainName::isHidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".restorer", "restorer-1", "x.restorer-1", ".Restorer-1"})
    void otherNamesAreNotHidden(String name) {
        assertThat(PlainName.isHidden(name)).isFalse();
    }
}
