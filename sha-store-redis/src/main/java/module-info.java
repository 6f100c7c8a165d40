/** A SHA store in Redis, for builds whose steps run on more than one machine. */
module dev.restorer.shastore.redis {
    requires dev.restorer.api;
    requires redis.clients.jedis;
    requires static org.jspecify;

    // The dependencies of Jedis, which is an automatic module and cannot require them itself.
    requires com.google.gson;
    requires org.apache.commons.pool2;
    requires org.json;
    requires org.slf4j;

    provides dev.restorer.spi.ShaStoreProvider with
            dev.restorer.shastore.redis.RedisShaStoreProvider;
}
