package dev.restorer.files;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The rules for a name from an untrusted source that becomes the name of one file or directory. */
public final class PlainName {

    /** The maximum length of a file name, in bytes, on the file systems that builds run on. */
    public static final int MAX_BYTES = 255;

    /** The prefix of the hidden names of files and directories that are written next to their place. */
    static final String HIDDEN_PREFIX = ".restorer-";

    private PlainName() {}

    /**
     * Tells whether a name is a hidden name. No layer has such a name, so an entry with such a name was left by a
     * killed restore.
     *
     * @param name the name of a file, directory or layer
     * @return whether it is a hidden name
     */
    public static boolean isHidden(String name) {
        return name.startsWith(HIDDEN_PREFIX);
    }

    /**
     * Returns the character set of file names on this machine. The JDK takes it from the locale, independent of the
     * default character set.
     *
     * @return the character set
     */
    public static Charset fileNameCharset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    /**
     * Returns why a text is not a plain name. A backslash is not allowed only where it separates the elements of a
     * path.
     *
     * @param name any text
     * @param maxBytes its maximum length, in bytes of UTF-8
     * @param charset the character set of file names on this machine
     * @return the predicate of a sentence whose subject is the name, or null if it is a plain name
     */
    public static @Nullable String problem(String name, int maxBytes, Charset charset) {
        if (name.isEmpty()) {
            return "is empty";
        }
        if (name.equals(".") || name.equals("..")) {
            return "is a dot or two";
        }
        boolean ascii = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            ascii &= c < 0x80;
            if (c == '/') {
                return "has a slash";
            }
            if (c == File.separatorChar) {
                return "has a backslash";
            }
            if (Character.isISOControl(c)) {
                return "has a control character";
            }
        }
        if (name.length() > maxBytes || (!ascii && name.getBytes(StandardCharsets.UTF_8).length > maxBytes)) {
            return "is longer than " + maxBytes + " bytes";
        }
        if (!ascii && !charset.newEncoder().canEncode(name)) {
            return "has a character that file names cannot have in the locale's " + charset;
        }
        return null;
    }

    static String require(String name) {
        String problem = problem(name, MAX_BYTES, StandardCharsets.UTF_8);
        if (problem != null) {
            throw new IllegalArgumentException("A name that " + problem + " is not allowed here");
        }
        return name;
    }
}
