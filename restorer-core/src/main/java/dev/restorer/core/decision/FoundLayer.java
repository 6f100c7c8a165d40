package dev.restorer.core.decision;

/**
 * A layer that has a folder or a file in its buildpack's folder.
 *
 * @param name its name
 * @param saysCached whether its own file says that it is cached, as files do below Buildpack API 0.6
 */
public record FoundLayer(String name, boolean saysCached) {}
