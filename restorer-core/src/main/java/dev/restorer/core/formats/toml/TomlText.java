package dev.restorer.core.formats.toml;

import dev.restorer.core.formats.FormatException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Formats keys and single values in TOML 1.0. */
final class TomlText {

    private TomlText() {}

    static void key(StringBuilder out, String key) {
        if (isBare(key)) {
            out.append(key);
        } else {
            string(out, key);
        }
    }

    static boolean isBare(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit && c != '_' && c != '-') {
                return false;
            }
        }
        return !key.isEmpty();
    }

    static void string(StringBuilder out, String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == 0x7f) {
                out.append(text, done, i);
                escape(out, c);
                done = i + 1;
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> HexFormat.of().toHexDigits(out.append("\\u00"), (byte) c);
        }
    }

    static void floating(StringBuilder out, double number) {
        if (Double.isNaN(number)) {
            out.append("nan");
        } else if (Double.isInfinite(number)) {
            out.append(number > 0 ? "inf" : "-inf");
        } else {
            out.append(number);
        }
    }

    /** The {@code toString} methods of {@code java.time} leave out seconds that are zero, which TOML does not allow. */
    static void dateOrTime(StringBuilder out, Object value) {
        if (value instanceof OffsetDateTime time) {
            out.append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        } else if (value instanceof LocalDateTime time) {
            out.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
        } else if (value instanceof LocalDate date) {
            out.append(DateTimeFormatter.ISO_LOCAL_DATE.format(date));
        } else if (value instanceof LocalTime time) {
            out.append(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
        } else {
            throw new FormatException("metadata", "has a " + value.getClass().getName() + ", which TOML does not have");
        }
    }
}
