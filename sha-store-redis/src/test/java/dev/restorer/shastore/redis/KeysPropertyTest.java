package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import redis.clients.jedis.util.JedisClusterHashTag;

/** Keys distinguish builds and buildpacks, and have one hash tag for each build. */
class KeysPropertyTest {

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab{}:%é/").ofMinLength(1).ofMaxLength(6);
    }

    @Property
    void twoBuildsOrBuildpacksHaveDifferentKeys(
            @ForAll("names") String build,
            @ForAll("names") String buildpack,
            @ForAll("names") String otherBuild,
            @ForAll("names") String otherBuildpack) {
        boolean same = build.equals(otherBuild) && buildpack.equals(otherBuildpack);
        String key = new Keys(build).of(buildpack);
        assertThat(key.equals(new Keys(otherBuild).of(otherBuildpack))).isEqualTo(same);
    }

    @Property
    void theHashTagDependsOnTheBuildOnly(@ForAll("names") String build, @ForAll("names") String buildpack) {
        String tag = JedisClusterHashTag.getHashTag(new Keys(build).of("other"));
        assertThat(tag).isNotEmpty();
        assertThat(JedisClusterHashTag.getHashTag(new Keys(build).of(buildpack)))
                .isEqualTo(tag);
    }

    @Property
    void theHashTagsOfTwoBuildsDiffer(@ForAll("names") String build, @ForAll("names") String other) {
        String tag = JedisClusterHashTag.getHashTag(new Keys(build).of("x"));
        assertThat(JedisClusterHashTag.getHashTag(new Keys(other).of("x")).equals(tag))
                .isEqualTo(build.equals(other));
    }

    @Property
    void theProbeHasTheHashTagOfTheBuildAndIsNoBuildpacksKey(
            @ForAll("names") String build, @ForAll("names") String buildpack) {
        Keys keys = new Keys(build);
        assertThat(keys.probe()).isNotEqualTo(keys.of("")).isNotEqualTo(keys.of(buildpack));
        assertThat(JedisClusterHashTag.getHashTag(keys.probe())).isEqualTo(JedisClusterHashTag.getHashTag(keys.of("")));
    }

    @Example
    void plainNamesAreNotEncoded() {
        assertThat(new Keys("build-42").of("example/node")).isEqualTo("restorer:{build-42}:example/node");
    }
}
