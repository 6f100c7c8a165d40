/** The command: reads flags, calls the API, and writes the report. It contains no rules of the restore. */
module dev.restorer.cli {
    requires dev.restorer.api;
    requires info.picocli;
    requires org.slf4j;
    requires static org.jspecify;

    provides org.slf4j.spi.SLF4JServiceProvider with
            dev.restorer.cli.log.ConsoleLoggerProvider;
}
