package dev.restorer.benchmarks;

/** A minimal program, whose run time is that of a JVM's start. */
public final class Hello {

    private Hello() {}

    /** Prints hello. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
