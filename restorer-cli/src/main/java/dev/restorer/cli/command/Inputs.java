package dev.restorer.cli.command;

import dev.restorer.api.RestoreRequest;
import dev.restorer.cli.images.UsedImages;
import dev.restorer.spi.LayerCache;

/**
 * What a restore reads before it starts.
 *
 * @param request the facts
 * @param cache the cache that has the contents
 * @param images the images that the facts are from
 */
record Inputs(RestoreRequest request, LayerCache cache, UsedImages images) {}
