package dev.restorer.core.formats;

/**
 * What the memory and the stack of the JVM have no room for, though {@link ReadLimits} allow it: predicates of
 * sentences whose subject is the document.
 */
public final class JvmLimits {

    /** What is wrong with a document after an {@link OutOfMemoryError}. */
    public static final String LARGER_THAN_MEMORY = "is larger than the memory of the JVM (-Xmx)";

    /** What is wrong with a document after a {@link StackOverflowError}. */
    public static final String DEEPER_THAN_STACK = "has more levels than the stack of a thread has room for (-Xss)";

    private JvmLimits() {}
}
