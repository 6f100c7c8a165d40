package dev.restorer.core.engine.planted;

import dev.restorer.core.cache.VolumeCache;
import dev.restorer.spi.planted.ApiThatReachesTheEngine;
import org.tomlj.TomlVersion;

/** One half of a cycle between packages, in a package that knows no TOML and no cache but by its interface. */
public final class EngineThatReachesTheApi {

    private static final TomlVersion VERSION = TomlVersion.LATEST;

    public Object reaches() {
        return new ApiThatReachesTheEngine();
    }

    public Class<?> knowsWhereTheCacheIs() {
        return VolumeCache.class;
    }

    public TomlVersion knowsToml() {
        return VERSION;
    }
}
