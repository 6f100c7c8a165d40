package dev.restorer.cli.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Emulates a terminal on which carriage returns move the cursor, so that text is overwritten. */
public final class Screen {

    private Screen() {}

    /** Returns the visible lines; the last one is that of the cursor. */
    public static List<String> of(ByteArrayOutputStream written) {
        return of(written.toString(StandardCharsets.UTF_8));
    }

    public static List<String> of(String written) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int cursor = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\r') {
                cursor = 0;
            } else if (c == '\n') {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                cursor = 0;
            } else {
                line.replace(cursor, Math.min(cursor + 1, line.length()), String.valueOf(c));
                cursor++;
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
