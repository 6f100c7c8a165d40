package dev.restorer.images.reference;

/**
 * Parses a host name, an IPv4 address, or an IPv6 address in brackets, and an optional port. As in
 * go-containerregistry, a name may have underscores, unlike in Docker.
 */
final class HostParser {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_PORT_DIGITS = 5;

    private final Scanner scanner;

    HostParser(Scanner scanner) {
        this.scanner = scanner;
    }

    String parse() {
        int start = scanner.index();
        if (scanner.current() == '[') {
            address();
        } else {
            do {
                label();
            } while (scanner.accept('.'));
        }
        if (scanner.accept(':')) {
            port();
        }
        String host = scanner.textSince(start);
        if (Authority.parse(host).isEmpty()) { // as with an address of too many or too large numbers
            throw scanner.invalid(start, "there is a host that is neither a name nor an address");
        }
        return host;
    }

    /** Parses an IPv6 address, without a zone and without an embedded IPv4 address. */
    private void address() {
        scanner.next();
        int start = scanner.index();
        while (isAddressCharacter()) {
            scanner.next();
        }
        if (scanner.index() == start || scanner.current() != ']') {
            throw scanner.expected("an IPv6 address and \"]\"");
        }
        scanner.next();
    }

    private boolean isAddressCharacter() {
        int c = scanner.current();
        return scanner.isDigit() || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
    }

    private void label() {
        if (!isOfName()) {
            throw scanner.expected("a letter or a digit of a host");
        }
        boolean endsInDash = false;
        while (isOfName() || scanner.current() == '-') {
            endsInDash = scanner.current() == '-';
            scanner.next();
        }
        if (endsInDash) {
            throw scanner.expected("a letter or a digit of a host");
        }
    }

    private boolean isOfName() {
        return scanner.isLetterOrDigit() || scanner.current() == '_';
    }

    private void port() {
        int start = scanner.index();
        while (scanner.isDigit()) {
            scanner.next();
        }
        String digits = scanner.textSince(start);
        if (digits.isEmpty()) {
            throw scanner.expected("a port");
        }
        if (digits.length() > MAX_PORT_DIGITS || Integer.parseInt(digits) > MAX_PORT) {
            throw scanner.invalid(start, "there is a port above " + MAX_PORT);
        }
    }
}
