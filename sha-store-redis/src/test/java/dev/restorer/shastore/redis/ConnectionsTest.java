package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionsTest {

    private final RedisServer server = RedisServer.start();
    private final Connector connector = new Connector(null, Duration.ofSeconds(2));
    private final Route route =
            new SingleRoute(new Node("127.0.0.1", server.port()), connector, new Login(Credentials.NONE, 0));
    private final Connections connections = new Connections(route, connector, 1);

    @AfterEach
    void stop() {
        connections.close();
        server.close();
    }

    private static Deadline within(String duration) {
        return Deadline.in(Duration.parse(duration), Parameters.TIMEOUT);
    }

    @Test
    void whoFindsAllTakenWaitsForNoLongerThanItsTime() throws NodeFailure {
        NodeConnection taken = connections.borrow(within("PT5S"));
        assertThatThrownBy(() -> connections.borrow(within("PT0.05S")))
                .isInstanceOf(NodeFailure.class)
                .hasMessage("no connection to " + server.address() + " became free within PT0.05S");
        connections.giveBack(taken);
        assertThat(connections.borrow(within("PT5S"))).isSameAs(taken);
    }

    @Test
    void aFailureTakesNoPlaceAway() throws NodeFailure {
        server.kill();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> connections.borrow(within("PT5S")))
                    .isInstanceOf(NodeFailure.class)
                    .hasMessageContaining("refuses");
        }
    }

    @Test
    void oneThatIsGivenBackAfterTheEndIsClosed() throws NodeFailure {
        NodeConnection taken = connections.borrow(within("PT5S"));
        connections.close();
        connections.giveBack(taken);
        assertThat(taken.isBroken()).isTrue();
    }
}
