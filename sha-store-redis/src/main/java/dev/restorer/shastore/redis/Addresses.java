package dev.restorer.shastore.redis;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks up the addresses of a host. A name server that is slow cannot be hurried, so another thread waits for it. */
final class Addresses {

    /** Returns at least one address of the host, those to try first before others. */
    @FunctionalInterface
    interface Lookup {
        List<InetAddress> of(Node node, Deadline deadline) throws NodeFailure;
    }

    private Addresses() {}

    static List<InetAddress> of(Node node, Deadline deadline) throws NodeFailure {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> List.of(InetAddress.getAllByName(node.host())));
        Thread thread = new Thread(lookup, "restorer-redis-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get(deadline.leftNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw TimeFailures.noConnection(node, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TimeFailures.interrupted(node.toString());
        } catch (ExecutionException e) {
            throw ConnectFailures.of(node, new UnknownHostException(node.host()));
        }
    }
}
