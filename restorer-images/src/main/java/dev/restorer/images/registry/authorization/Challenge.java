package dev.restorer.images.registry.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A challenge of a server that requires authentication. (RFC 9110, WWW-Authenticate)
 *
 * @param scheme the authentication scheme in lower case, such as {@code bearer}
 * @param parameters the parameters, with names in lower case
 */
public record Challenge(String scheme, Map<String, String> parameters) {

    /** Parses the challenges in the values of a header. Invalid text is skipped. */
    public static List<Challenge> parse(List<String> values) {
        List<Challenge> challenges = new ArrayList<>();
        for (String value : values) {
            new Parser(value).addTo(challenges);
        }
        return challenges;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Parses one value. A word before an equals sign is the name of a parameter; any other word begins a challenge. */
    private static final class Parser {

        private final String text;
        private int index;

        private Parser(String text) {
            this.text = text;
        }

        private void addTo(List<Challenge> challenges) {
            Map<String, String> parameters = new LinkedHashMap<>();
            while (index < text.length()) {
                String word = word();
                if (word.isEmpty()) {
                    index++;
                } else if (accept('=')) {
                    parameters.putIfAbsent(word.toLowerCase(Locale.ROOT), value());
                } else {
                    parameters = new LinkedHashMap<>();
                    challenges.add(new Challenge(word.toLowerCase(Locale.ROOT), parameters));
                }
            }
        }

        private String word() {
            skipSpaces();
            int start = index;
            while (index < text.length() && " \t,=\"".indexOf(text.charAt(index)) < 0) {
                index++;
            }
            return text.substring(start, index);
        }

        private void skipSpaces() {
            while (index < text.length() && " \t".indexOf(text.charAt(index)) >= 0) {
                index++;
            }
        }

        private boolean accept(char c) {
            int before = index;
            skipSpaces();
            if (index < text.length() && text.charAt(index) == c) {
                index++;
                return true;
            }
            index = before;
            return false;
        }

        private String value() {
            if (!accept('"')) {
                return word();
            }
            StringBuilder quoted = new StringBuilder();
            while (index < text.length() && text.charAt(index) != '"') {
                index += text.charAt(index) == '\\' && index + 1 < text.length() ? 1 : 0;
                quoted.append(text.charAt(index++));
            }
            index++;
            return quoted.toString();
        }
    }
}
