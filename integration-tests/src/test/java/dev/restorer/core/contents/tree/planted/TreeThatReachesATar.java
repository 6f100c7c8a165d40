package dev.restorer.core.contents.tree.planted;

import dev.restorer.core.contents.tar.TarEntry;

/** A tree that knows where its files come from. */
public record TreeThatReachesATar(TarEntry entry) {}
