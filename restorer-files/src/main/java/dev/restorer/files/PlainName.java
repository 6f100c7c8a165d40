package dev.restorer.files;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The rules for a name that comes from outside and becomes the name of one file or directory. */
public final class PlainName {

    /** How many bytes a name may have on the file systems that builds run on. */
    public static final int MAX_BYTES = 255;

    /** How the names begin of what is made beside its place, before it is moved there. */
    static final String HIDDEN = ".restorer-";

    private PlainName() {}

    /**
     * Tells whether a name is one of what is made beside its place. No layer has such a name, so what bears one was
     * left by a run that was killed.
     *
     * @param name the name of a file, directory or layer
     * @return whether it is
     */
    public static boolean isHidden(String name) {
        return name.startsWith(HIDDEN);
    }

    /**
     * Returns the character set of file names on this machine. The JDK takes it from the locale, whatever the default
     * character set is.
     *
     * @return the character set
     */
    public static Charset fileNameCharset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    /**
     * Tells what keeps a text from being a plain name. A backslash does only where it parts the names of a path.
     *
     * @param name any text
     * @param maxBytes how many bytes of UTF-8 it may have
     * @param charset the character set of file names on this machine
     * @return what is wrong with it, to follow "it", or null if it is a plain name
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
