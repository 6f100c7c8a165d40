package dev.restorer.cli.text;

/** How parts of the output are emphasized: with the escape sequences of terminals, or not at all. */
public enum Style {
    /** Without emphasis. */
    PLAIN(false),
    /** With colors. */
    COLORED(true);

    private final boolean colored;

    Style(boolean colored) {
        this.colored = colored;
    }

    /**
     * Tells whether there are colors.
     *
     * @return whether escape sequences are used
     */
    public boolean isColored() {
        return colored;
    }

    /**
     * Emphasizes a heading.
     *
     * @param text the text
     * @return the text in bold
     */
    public String heading(String text) {
        return styled("1", text);
    }

    /**
     * Marks a good outcome, such as a restored layer.
     *
     * @param text the text
     * @return the text in green
     */
    public String good(String text) {
        return styled("32", text);
    }

    /**
     * Marks an outcome to note, such as a layer that is not restored.
     *
     * @param text the text
     * @return the text in yellow
     */
    public String noted(String text) {
        return styled("33", text);
    }

    /**
     * Marks a bad outcome, such as an error or a removed layer.
     *
     * @param text the text
     * @return the text in red
     */
    public String bad(String text) {
        return styled("31", text);
    }

    private String styled(String code, String text) {
        return colored && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
