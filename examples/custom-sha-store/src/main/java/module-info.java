/** A SHA store in an H2 database. */
module com.example.shastore {
    requires dev.restorer.api;
    requires java.sql;

    provides dev.restorer.spi.ShaStoreProvider with
            com.example.shastore.JdbcShaStoreProvider;
}
