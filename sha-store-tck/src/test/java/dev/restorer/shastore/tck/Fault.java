package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.Map;
import java.util.function.Function;

/**
 * One way not to keep a promise.
 *
 * @param what what the store does wrong
 * @param caughtBy the test that must fail
 * @param store makes the store of a build, given what was put in that build
 */
record Fault(String what, String caughtBy, Function<Map<LayerId, String>, SoundStore> store) {

    @Override
    public String toString() {
        return what;
    }
}
