package com.example.embedder;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An object storage for tests, which holds objects in memory and gives them to everybody. */
final class ObjectStorage implements AutoCloseable {

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean stalls;

    ObjectStorage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] object = objects.get(exchange.getRequestURI().getPath().substring(1));
            if (object == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, object.length == 0 ? -1 : object.length);
                try (OutputStream body = exchange.getResponseBody()) {
                    if (stalls) {
                        body.write(object, 0, object.length / 2);
                        body.flush();
                        await(stopped);
                    } else {
                        body.write(object);
                    }
                }
            }
            exchange.close();
        });
        server.start();
    }

    ObjectStorage put(String name, byte[] object) {
        objects.put(name, object);
        return this;
    }

    /** Sends half of each object, and then nothing more. */
    ObjectStorage stalling() {
        stalls = true;
        return this;
    }

    int requests() {
        return requests.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ObjectStorage put(String name, String object) {
        return put(name, object.getBytes(StandardCharsets.UTF_8));
    }

    URI uri() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
