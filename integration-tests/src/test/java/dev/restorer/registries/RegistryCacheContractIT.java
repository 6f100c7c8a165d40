package dev.restorer.registries;

import org.junit.jupiter.api.Tag;

/** The cache in a registry keeps the contract. */
@Tag("long")
class RegistryCacheContractIT extends ImageCacheContract {

    RegistryCacheContractIT() {
        super(Place.REGISTRY);
    }
}
