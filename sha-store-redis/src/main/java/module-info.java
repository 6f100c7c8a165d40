/** A SHA store in Redis, for builds whose steps run on more than one machine. Not yet there: it provides no store. */
module dev.restorer.shastore.redis {
    requires static org.jspecify;
}
