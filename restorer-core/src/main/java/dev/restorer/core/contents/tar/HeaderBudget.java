package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;

/** Counts the bytes of extended headers, which are kept in memory, and rejects the layer before a limit is exceeded. */
final class HeaderBudget {

    /** The maximum size of the extended headers of one entry: a name, a link's target, and records that are ignored. */
    private static final int MAX_ENTRY_BYTES = 1 << 20;

    /** The maximum size of all extended headers: 2 KiB for each of the entries that a layer may have. */
    static final long MAX_LAYER_BYTES = 8L << 30;

    private long layerBytesLeft;
    private long entryBytesLeft;

    HeaderBudget(long maxLayerBytes) {
        layerBytesLeft = maxLayerBytes;
    }

    /** Begins the next entry, which may have extended headers of its own. */
    void beginEntry() {
        entryBytesLeft = MAX_ENTRY_BYTES;
    }

    /** Counts an extended header of the entry, with its block. */
    void header(long size) throws RejectedException {
        entryBytesLeft -= TarBlock.LENGTH;
        if (size > entryBytesLeft) {
            throw RejectedException.overLimit("the headers of an entry have more than " + MAX_ENTRY_BYTES + " bytes");
        }
        entryBytesLeft -= size;
        bytes(TarBlock.LENGTH + size);
    }

    /** Counts bytes that have a limit of their own for each entry, such as those of a sparse file's map. */
    void bytes(long count) throws RejectedException {
        layerBytesLeft -= count;
        if (layerBytesLeft < 0) {
            throw RejectedException.overLimit("the headers before its entries have too many bytes together");
        }
    }
}
