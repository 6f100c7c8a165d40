package dev.restorer.benchmarks.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a Redis server on loopback says of itself: the lines of {@code INFO all}. */
final class RedisInfo {

    private final Map<String, String> values = new HashMap<>();

    private RedisInfo() {}

    static RedisInfo of(int port) throws IOException {
        RedisInfo info = new RedisInfo();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write("INFO all\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                info.add(line);
            }
        }
        return info;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            values.put(line.substring(0, colon), line.substring(colon + 1));
        }
    }

    /** Returns a value that is a number. */
    double number(String name) {
        return Double.parseDouble(values.getOrDefault(name, "0"));
    }

    /** Returns the number of commands that were executed, without those of the connection and of this class. */
    double commands() {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith("cmdstat_"))
                .filter(value -> !value.getKey().equals("cmdstat_info"))
                .mapToDouble(value -> Double.parseDouble(value.getValue().replaceFirst(".*?calls=(\\d+).*", "$1")))
                .sum();
    }

    /** Returns the seconds of the processor that the server has used. */
    double cpuSeconds() {
        return number("used_cpu_user") + number("used_cpu_sys");
    }
}
