package dev.restorer.shastore.redis;

/** What to do when a node refuses. */
sealed interface Turn {

    /** Nothing but to say so. */
    record Tell() implements Turn {}

    /** Ask the node that the route now leads to. What was refused has not been done. */
    record Again() implements Turn {}

    /** Ask another node this once, since the first is handing the build's keys to it. */
    record AskOther(Node node) implements Turn {}
}
