package dev.restorer.images.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a server wants to know who asks. (RFC 9110, WWW-Authenticate)
 *
 * @param scheme in lower case, such as {@code bearer}
 * @param parameters by their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {

    /** Reads the challenges of the values of a header. What cannot be understood is passed over. */
    static List<Challenge> parse(List<String> values) {
        List<Challenge> challenges = new ArrayList<>();
        for (String value : values) {
            new Parser(value).into(challenges);
        }
        return challenges;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** A word that no equals sign follows begins a challenge, and one that it follows is a parameter of it. */
    private static final class Parser {

        private final String text;
        private int index;

        private Parser(String text) {
            this.text = text;
        }

        private void into(List<Challenge> challenges) {
            Map<String, String> parameters = new LinkedHashMap<>();
            while (index < text.length()) {
                String word = word();
                if (word.isEmpty()) {
                    index++;
                } else if (took('=')) {
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

        private boolean took(char c) {
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
            if (!took('"')) {
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
