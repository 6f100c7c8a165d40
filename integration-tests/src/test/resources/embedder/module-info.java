module example.embedder {
    requires dev.restorer.api;
}
