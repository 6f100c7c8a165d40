package dev.restorer.cli.table;

import dev.restorer.api.Quoted;

/** How a name that came from outside is shown: as it is, or quoted where it would not be seen for what it is. */
final class Shown {

    private Shown() {}

    static String name(String name) {
        String quoted = Quoted.quote(name);
        boolean plain = quoted.length() == name.length() + 2 && quoted.startsWith(name, 1);
        return plain && !name.isEmpty() && name.strip().equals(name) ? name : quoted;
    }
}
