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
 * Opens {@code h2:/a/file?build=NAME}, where H2 adds {@code .mv.db} to the file. A database may hold many builds; one
 * process at a time has it open.
 */
public final class JdbcShaStoreProvider implements ShaStoreProvider {

    private static final String ID = "h2";

    /** What follows a semicolon would be settings of H2. */
    private static final Pattern FORM = Pattern.compile("(?<file>[^;?]+)\\?build=(?<build>.+)", Pattern.DOTALL);

    /** A put that returned is in the file, and no log of H2 lies beside it. */
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
        String name = Quoted.quote(file.toString()); // not the URI, in which a password may have been put
        File directory = file.getParentFile();
        if (directory == null || !directory.isDirectory()) { // H2 would make it
            throw new ShaStoreException(ID, name + " is in no directory", "Make the directory, or name another");
        }
        try {
            return new JdbcShaStore(
                    DriverManager.getConnection("jdbc:h2:" + file + SETTINGS), name, form.group("build"));
        } catch (SQLException e) {
            throw failure(name + " cannot be opened", e);
        }
    }

    /** Says what H2 says, but for the statement that it adds. */
    static ShaStoreException failure(String problem, SQLException e) {
        String words = String.valueOf(e.getMessage()).replaceFirst("(?s); SQL statement:.*", "");
        return new ShaStoreException(
                ID,
                problem + ": " + words,
                "Let it be an H2 database, or none yet, that may be written to and that no other process has open",
                e);
    }
}
