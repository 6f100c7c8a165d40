package dev.restorer.benchmarks;

/** The least that a JVM can be started for. */
public final class Hello {

    private Hello() {}

    /** Says hello. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
