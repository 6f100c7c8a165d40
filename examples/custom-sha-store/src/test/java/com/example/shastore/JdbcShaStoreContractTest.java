package com.example.shastore;

import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

class JdbcShaStoreContractTest extends ShaStoreContract {

    @TempDir
    Path directory;

    @Override
    protected ShaStore openStore(String build) {
        String rest = directory.resolve("shas") + "?build=" + build;
        return new JdbcShaStoreProvider().open(new ShaStoreConfiguration("h2", rest, directory));
    }

    @Override
    protected ShaStore openBrokenStore() throws SQLException {
        ShaStore store = openStore("broken");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("shas"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE diff_ids");
        }
        return store;
    }
}
