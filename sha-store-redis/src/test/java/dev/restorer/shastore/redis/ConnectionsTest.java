package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Protocol;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionsTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final RedisServer server = RedisServer.start();
    private final Connector connector = new Connector(null, Duration.ofSeconds(2), Addresses::of);
    private final Login login = new Login(Credentials.NONE, 0, Login.To.SERVER);
    private final Route route = new SingleRoute(new Node("127.0.0.1", server.port()), connector, login);

    @AfterEach
    void stop() {
        server.close();
    }

    private Connections connections(int most, Duration trusted) {
        return new Connections(route, connector, most, trusted);
    }

    private static Deadline within(String duration) {
        return Deadline.in(Duration.parse(duration), Parameters.TIMEOUT);
    }

    @Test
    void whoFindsAllTakenWaitsForNoLongerThanItsTime() throws NodeFailure {
        Connections connections = connections(1, FOR_EVER);
        NodeConnection taken = connections.borrow(within("PT5S"));
        assertThatThrownBy(() -> connections.borrow(within("PT0.05S")))
                .isInstanceOf(NodeFailure.class)
                .hasMessage("no connection to " + server.address() + " became free within PT0.05S");
        connections.giveBack(taken);
        assertThat(connections.borrow(within("PT5S"))).isSameAs(taken);
    }

    @Test
    void aFailureTakesNoPlaceAway() throws NodeFailure {
        Connections connections = connections(1, FOR_EVER);
        server.kill();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> connections.borrow(within("PT5S")))
                    .isInstanceOf(NodeFailure.class)
                    .hasMessageContaining("refuses");
        }
    }

    @Test
    void oneThatIsGivenBackAfterTheEndIsClosed() throws NodeFailure {
        Connections connections = connections(1, FOR_EVER);
        NodeConnection taken = connections.borrow(within("PT5S"));
        connections.close();
        connections.giveBack(taken);
        assertThat(taken.isBroken()).isTrue();
    }

    @Test
    void oneThatTheServerClosedWhileIdleIsReplaced() throws NodeFailure {
        Connections connections = connections(1, Duration.ZERO);
        NodeConnection killed = connections.borrow(within("PT5S"));
        connections.giveBack(killed);
        server.send("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        NodeConnection next = connections.borrow(within("PT5S"));
        assertThat(connector.works(next, within("PT5S"))).isTrue();
        assertThat(next).isNotSameAs(killed);
    }

    @Test
    void afterOneThatNoLongerWorksNoOtherIdleOneIsTried() throws NodeFailure {
        Connections connections = connections(3, Duration.ZERO);
        List<NodeConnection> idle = borrowAll(connections);
        idle.forEach(connections::giveBack);
        idle.get(2).close();
        assertThat(idle).doesNotContain(connections.borrow(within("PT5S")));
        assertThat(idle).allMatch(NodeConnection::isBroken);
    }

    private static List<NodeConnection> borrowAll(Connections connections) throws NodeFailure {
        return List.of(
                connections.borrow(within("PT5S")),
                connections.borrow(within("PT5S")),
                connections.borrow(within("PT5S")));
    }

    @Test
    void afterAFailedCallNoIdleOneIsUsed() throws NodeFailure {
        Connections connections = connections(3, FOR_EVER);
        List<NodeConnection> idle = borrowAll(connections);
        idle.forEach(connections::giveBack);
        idle.get(2).close();
        BuildServer build = new BuildServer(route, connections, login, Duration.ofSeconds(5));
        List<List<Command>> ping = List.of(List.of(Command.of(Protocol.Command.PING)));
        assertThatThrownBy(() -> build.ask(ping)).isInstanceOf(NodeFailure.class);
        assertThat(idle).allMatch(NodeConnection::isBroken);
        assertThat(build.ask(ping).replies()).containsExactly(new Reply.Text("PONG"));
    }

    @Test
    void thoseOfAGenerationThatWasGivenUpAreClosedWhenTheyComeBack() throws NodeFailure {
        Connections connections = connections(3, FOR_EVER);
        List<NodeConnection> old = borrowAll(connections);
        connections.giveBack(old.get(0));
        connections.retire(old.get(0).generation());
        connections.giveBack(old.get(1));
        assertThat(old).extracting(NodeConnection::isBroken).containsExactly(true, true, false);
    }

    @Test
    void theNextGenerationIsNotGivenUpWithTheFirst() throws NodeFailure {
        Connections connections = connections(2, FOR_EVER);
        NodeConnection old = connections.borrow(within("PT5S"));
        connections.retire(old.generation());
        NodeConnection next = connections.borrow(within("PT5S"));
        connections.giveBack(next);
        connections.retire(old.generation());
        assertThat(connections.borrow(within("PT5S"))).isSameAs(next);
    }
}
