/** Replaces lambdas by classes in the jars of the command. */
@org.jspecify.annotations.NullMarked
package dev.restorer.lambdas;
