package dev.restorer.cli.command;

import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.arguments.Flags;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The flags that only {@code explain} has. */
final class ExplainFlags {

    private static final String FORMAT = "format";
    private static final String LAYER = "layer";
    static final String LAYER_FORM = ": give the id of a buildpack, a colon and the name of a layer";

    /** A form in which a plan is shown. */
    enum Format {
        /** One table, which is not wider than the terminal. */
        TABLE,
        /** A table about metadata and one about contents, with each layer on one line. */
        WIDE,
        /** The report of the restore, as far as it is known before. */
        JSON,
        /** A table in Markdown. */
        MARKDOWN;

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private ExplainFlags() {}

    static void addTo(Flags flags) {
        flags.text(
                FORMAT,
                "FORMAT",
                "table; wide, with each layer on a line of any length; json, the format of --report; or markdown (table)",
                Stream.of(Format.values()).map(Format::text).toList());
        flags.text(
                LAYER, "BUILDPACK:LAYER", "shows the rules that lead to the decisions about one layer, step by step");
    }

    static Format format(FlagReader flags) {
        FlagReader.Value given = flags.given("--" + FORMAT);
        if (given == null) {
            return Format.TABLE;
        }
        for (Format format : Format.values()) {
            if (format.text().equals(given.text())) {
                return format;
            }
        }
        throw flags.wrong(given.refusal() + ": give table, wide, json or markdown");
    }

    static FlagReader.@Nullable Value layer(FlagReader flags) {
        FlagReader.Value given = flags.given("--" + LAYER);
        if (given != null && format(flags) == Format.JSON) {
            throw flags.wrong("--layer and --format json exclude each other: the report has no steps");
        }
        if (given != null && given.text().indexOf(':') <= 0) {
            throw flags.wrong(given.refusal() + LAYER_FORM);
        }
        return given;
    }
}
