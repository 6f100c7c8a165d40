/** A program that restores one build. At run time it needs the engine, a SHA store and a provider of SLF4J. */
module com.example.image {
    requires dev.restorer.api;
}
