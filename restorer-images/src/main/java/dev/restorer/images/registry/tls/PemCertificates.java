package dev.restorer.images.registry.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates of a file in PEM. As in Go, other blocks, such as keys, and certificates that cannot be parsed are
 * skipped, and spaces may follow a line. The JDK rejects the whole file.
 */
final class PemCertificates {

    /** A block without headers. What precedes and follows it in the file has no meaning. */
    private static final Pattern BLOCK = Pattern.compile(
            "^-----BEGIN CERTIFICATE-----[ \t]*\r?\n([A-Za-z0-9+/=\\s]*+)-----END CERTIFICATE-----",
            Pattern.MULTILINE | Pattern.UNIX_LINES);

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PemCertificates() {}

    static Collection<Certificate> of(byte[] pem) {
        List<Certificate> certificates = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            try {
                byte[] der = Base64.getDecoder()
                        .decode(SPACES.matcher(blocks.group(1)).replaceAll(""));
                certificates.add(
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            } catch (CertificateException | IllegalArgumentException e) {
                // The others may be what a registry needs.
            }
        }
        return certificates;
    }
}
