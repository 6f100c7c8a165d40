package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.spi.ShaStoreConfiguration;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which connections are kept. They go to nobody here, since none is used. */
class NodePoolTest {

    private static final RedisSettings SETTINGS = SettingsReader.read(
            new ShaStoreConfiguration("redis", "//127.0.0.1:1?namespace=a&pool=1", Path.of("/layers")));

    private final Connector connector = new Connector(null, Duration.ofSeconds(1), Connector::addresses);
    private final NodePool pool = new NodePool(new Locator(SETTINGS, connector), connector, SETTINGS);
    private final Socket socket = new Socket();
    private final NodeConnection connection = new NodeConnection(new Node("127.0.0.1", 1), socket, socket);

    private NodeConnection taken() throws NodeFailure {
        return pool.take(Deadline.in(Duration.ofSeconds(1), Parameters.TIMEOUT));
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoFindsAllInUseWaitsForNoLongerThanItsTime() throws Exception {
        Deadline soon = Deadline.in(Duration.ofMillis(100), Parameters.TIMEOUT);
        pool.enter(soon);
        assertThatThrownBy(() -> pool.enter(soon)).hasMessage("no connection to 127.0.0.1:1 became free within PT0.1S");
    }

    @Test
    void oneThatIsGivenBackIsKept() throws Exception {
        pool.giveBack(connection);
        assertThat(taken()).isSameAs(connection);
    }

    @Test
    void oneThatWasInUseWhenTheOthersWereRetiredIsClosed() {
        pool.retire();
        pool.giveBack(connection);
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void oneThatLayIdleWhenTheOthersWereRetiredIsClosed() {
        pool.giveBack(connection);
        pool.retire();
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void oneThatHasFailedIsNotKept() {
        connection.hangUp();
        pool.giveBack(connection);
        assertThatThrownBy(this::taken).hasMessageContaining("127.0.0.1:1 cannot be connected to");
    }

    @Test
    void oneThatWasInUseWhenTheStoreWasClosedIsClosed() {
        pool.close();
        pool.giveBack(connection);
        assertThat(socket.isClosed()).isTrue();
    }
}
