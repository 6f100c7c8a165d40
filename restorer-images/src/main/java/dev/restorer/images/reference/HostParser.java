package dev.restorer.images.reference;

/** Reads a host name, an IPv4 address, or an IPv6 address in brackets, and a port. */
final class HostParser {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_PORT_DIGITS = 5;

    private final Scanner scanner;

    HostParser(Scanner scanner) {
        this.scanner = scanner;
    }

    String parse() {
        int start = scanner.index();
        if (scanner.here() == '[') {
            address();
        } else {
            do {
                label();
            } while (scanner.took('.'));
        }
        if (scanner.took(':')) {
            port();
        }
        return scanner.since(start);
    }

    /** Without a zone, and not with the form that has an IPv4 address in it. */
    private void address() {
        scanner.next();
        int start = scanner.index();
        while (isOfAddress()) {
            scanner.next();
        }
        if (scanner.index() == start || scanner.here() != ']') {
            throw scanner.expected("an IPv6 address and \"]\"");
        }
        scanner.next();
    }

    private boolean isOfAddress() {
        int c = scanner.here();
        return scanner.isDigit() || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
    }

    private void label() {
        if (!scanner.isLetterOrDigit()) {
            throw scanner.expected("a letter or a digit of a host");
        }
        boolean endsInDash = false;
        while (scanner.isLetterOrDigit() || scanner.here() == '-') {
            endsInDash = scanner.here() == '-';
            scanner.next();
        }
        if (endsInDash) {
            throw scanner.expected("a letter or a digit of a host");
        }
    }

    private void port() {
        int start = scanner.index();
        while (scanner.isDigit()) {
            scanner.next();
        }
        String digits = scanner.since(start);
        if (digits.isEmpty()) {
            throw scanner.expected("a port");
        }
        if (digits.length() > MAX_PORT_DIGITS || Integer.parseInt(digits) > MAX_PORT) {
            throw scanner.wrong(start, "stands a port above " + MAX_PORT);
        }
    }
}
