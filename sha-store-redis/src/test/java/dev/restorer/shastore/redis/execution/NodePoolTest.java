package dev.restorer.shastore.redis.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.shastore.redis.connection.Connector;
import dev.restorer.shastore.redis.connection.Deadline;
import dev.restorer.shastore.redis.connection.NodeConnection;
import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.connection.TestConnections;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.Options;
import dev.restorer.shastore.redis.settings.RedisSettings;
import dev.restorer.shastore.redis.settings.UriParser;
import dev.restorer.spi.ShaStoreConfiguration;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connections that a pool keeps. Their sockets are not connected. */
class NodePoolTest {

    private static final RedisSettings SETTINGS =
            UriParser.parse(new ShaStoreConfiguration("redis", "//127.0.0.1:1?namespace=a&pool=1", Path.of("/layers")));

    private final Connector connector = Connector.create(SETTINGS);
    private final NodePool pool = new NodePool(new SingleServerLocator(SETTINGS, connector), connector, SETTINGS);
    private final Socket socket = new Socket();
    private final NodeConnection connection = TestConnections.of(new Node("127.0.0.1", 1), socket);

    private NodeConnection borrowed() throws NodeFailure {
        return pool.borrow(Deadline.in(Duration.ofSeconds(1), Options.TIMEOUT));
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void waitingForAConnectionEndsAtTheDeadline() throws Exception {
        Deadline soon = Deadline.in(Duration.ofMillis(100), Options.TIMEOUT);
        pool.acquire(soon);
        assertThatThrownBy(() -> pool.acquire(soon))
                .hasMessage("no connection to 127.0.0.1:1 became free within PT0.1S");
    }

    @Test
    void aConnectionThatIsGivenBackIsReused() throws Exception {
        pool.giveBack(connection);
        assertThat(borrowed()).isSameAs(connection);
    }

    @Test
    void anInvalidatedConnectionInUseIsClosedWhenGivenBack() {
        pool.invalidateAll();
        pool.giveBack(connection);
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void anInvalidatedIdleConnectionIsClosed() {
        pool.giveBack(connection);
        pool.invalidateAll();
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void aFailedConnectionIsNotKept() {
        connection.disconnect();
        pool.giveBack(connection);
        assertThatThrownBy(this::borrowed).hasMessageContaining("127.0.0.1:1 cannot be reached");
    }

    @Test
    void afterCloseAConnectionInUseIsClosedWhenGivenBack() {
        pool.close();
        pool.giveBack(connection);
        assertThat(socket.isClosed()).isTrue();
    }
}
