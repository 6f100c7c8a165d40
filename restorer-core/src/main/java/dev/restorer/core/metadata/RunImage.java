package dev.restorer.core.metadata;

/**
 * The run image in {@code analyzed.toml}.
 *
 * @param image the name of the image, which earlier lifecycles do not write; empty if there is none
 * @param reference the reference of the image, which names an image of the daemon if there is one; empty if there is
 *     none
 * @param extend whether it is to be extended
 * @param hasTarget whether it is known what it runs on
 */
public record RunImage(String image, String reference, boolean extend, boolean hasTarget) {}
