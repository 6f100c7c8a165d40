package com.example.shastore;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.spi.ShaStoreProvider;
import java.io.File;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens {@code h2:/a/file?build=NAME}, where H2 adds {@code .mv.db} to the file. A database may hold many builds, and
 * only one process at a time can open it.
 */
public final class JdbcShaStoreProvider implements ShaStoreProvider {

    private static final String ID = "h2";

    /** No semicolon is allowed, since H2 would read settings after it. */
    private static final Pattern FORM = Pattern.compile("(?<file>[^;?]+)\\?build=(?<build>.+)", Pattern.DOTALL);

    /** Diff ids are in the file once a put returns, and H2 writes no log file. */
    private static final String SETTINGS = ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;AUTOCOMMIT=OFF;"
            + "INIT=CREATE TABLE IF NOT EXISTS diff_ids (build VARCHAR, buildpack VARCHAR, layer VARCHAR,"
            + " diff_id VARCHAR NOT NULL, PRIMARY KEY (build, buildpack, layer))";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String usage() {
        return "h2:/a/file?build=NAME";
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        Matcher form = FORM.matcher(configuration.rest());
        if (!form.matches() || !new File(form.group("file")).isAbsolute()) {
            throw new ShaStoreException(ID, "the URI names no file and build", "Write " + usage());
        }
        File file = new File(form.group("file"));
        String name = Quoted.quote(file.toString()); // not the URI, which may contain a password
        File directory = file.getParentFile();
        if (directory == null || !directory.isDirectory()) { // H2 would create it
            throw new ShaStoreException(ID, name + " is not in an existing directory", "Create the directory, or name another");
        }
        try {
            return new JdbcShaStore(
                    DriverManager.getConnection("jdbc:h2:" + file + SETTINGS), name, form.group("build"));
        } catch (SQLException e) {
            throw failure(name + " cannot be opened", e);
        }
    }

    /** Creates an exception with the message of H2, without the SQL statement. */
    static ShaStoreException failure(String problem, SQLException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("(?s); SQL statement:.*", "");
        return new ShaStoreException(
                ID,
                problem + ": " + message,
                "Name a writable H2 database that no other process has open, or a file that does not exist yet",
                e);
    }
}
