package com.example.shastore;

import dev.restorer.spi.ShaStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the diff ids of a build in its rows of a table. Threads take turns, since they share one connection. */
final class JdbcShaStore implements ShaStore {

    private static final String PUT = "MERGE INTO diff_ids KEY (build, buildpack, layer) VALUES (?, ?, ?, ?)";
    private static final String GET = "SELECT diff_id FROM diff_ids WHERE build = ? AND buildpack = ? AND layer = ?";

    private final Connection connection;
    private final String name;
    private final String build;
    private boolean closed;

    /** Creates a store. The name is that of the database, for messages. */
    JdbcShaStore(Connection connection, String name, String build) {
        this.connection = connection;
        this.name = name;
        this.build = build;
    }

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        putAll(buildpackId, Map.of(layer, diffId));
    }

    @Override
    public synchronized void putAll(String buildpackId, Map<String, String> diffIds) {
        try (PreparedStatement put = prepare(PUT, buildpackId)) {
            // Sorted, so that two concurrent puts of the same layers cannot deadlock.
            for (Map.Entry<String, String> entry : new TreeMap<>(diffIds).entrySet()) {
                put.setString(3, entry.getKey());
                put.setString(4, Objects.requireNonNull(entry.getValue(), "diffId"));
                put.addBatch();
            }
            commit(put);
        } catch (SQLException e) {
            throw JdbcShaStoreProvider.failure(name + " cannot be written", e);
        }
    }

    /** Commits all of a batch, or nothing of it. */
    private void commit(PreparedStatement batch) throws SQLException {
        try {
            batch.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public Optional<String> get(String buildpackId, String layer) {
        return Optional.ofNullable(getAll(buildpackId, List.of(layer)).get(layer));
    }

    @Override
    public synchronized Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        try (PreparedStatement get = prepare(GET, buildpackId)) {
            Map<String, String> found = new LinkedHashMap<>();
            for (String layer : layers) {
                get.setString(3, Objects.requireNonNull(layer, "layer"));
                ResultSet row = get.executeQuery();
                if (row.next()) {
                    found.put(layer, row.getString(1));
                }
            }
            connection.commit(); // ends the transaction of the queries
            return found;
        } catch (SQLException e) {
            throw JdbcShaStoreProvider.failure(name + " cannot be read", e);
        }
    }

    private PreparedStatement prepare(String sql, String buildpackId) throws SQLException {
        if (closed) {
            throw new IllegalStateException("The SHA store " + name + " was closed");
        }
        Objects.requireNonNull(buildpackId, "buildpackId");
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, build);
        statement.setString(2, buildpackId);
        return statement;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            connection.close();
        } catch (SQLException e) {
            throw JdbcShaStoreProvider.failure(name + " cannot be closed", e);
        }
    }
}
