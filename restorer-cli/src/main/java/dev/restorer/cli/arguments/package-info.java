/** The arguments of a subcommand: how its flags are described, and how they are read, with picocli or without. */
@NullMarked
package dev.restorer.cli.arguments;

import org.jspecify.annotations.NullMarked;
