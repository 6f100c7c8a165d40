package com.example.shastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.spi.ShaStoreException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcShaStoreTest {

    @TempDir
    Path directory;

    @Test
    void aRollbackThatFailsDoesNotHideWhy() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("shas"))) {
            connection.createStatement().execute("CREATE TABLE diff_ids (build VARCHAR, buildpack VARCHAR,"
                    + " layer VARCHAR, diff_id VARCHAR, PRIMARY KEY (build, buildpack, layer))");
            JdbcShaStore store = new JdbcShaStore(failing(connection), "\"shas\"", "42");
            ShaStoreException told = catchThrowableOfType(ShaStoreException.class, () -> store.put("bp", "x", "1"));
            assertThat(told).hasMessageContaining("\"shas\" cannot be written: commit");
            assertThat(told.getCause().getSuppressed())
                    .singleElement()
                    .satisfies(suppressed -> assertThat(suppressed).hasMessage("rollback"));
        }
    }

    /** A connection that can neither commit nor roll back. */
    private static Connection failing(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                        throw new SQLException(method.getName());
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
