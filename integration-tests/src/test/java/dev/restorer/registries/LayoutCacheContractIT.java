package dev.restorer.registries;

import org.junit.jupiter.api.Tag;

/** The cache in an OCI layout keeps the contract. */
@Tag("long")
class LayoutCacheContractIT extends ImageCacheContract {

    LayoutCacheContractIT() {
        super(Place.LAYOUT);
    }
}
