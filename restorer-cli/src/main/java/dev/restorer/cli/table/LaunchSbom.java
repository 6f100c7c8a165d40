package dev.restorer.cli.table;

/** Where the SBOM files of launch layers are. */
public enum LaunchSbom {
    /** The analyzer may have left some in the layers directory. */
    OF_ANALYZER("restored if the analyzer left any"),
    /** The previous image has some. */
    OF_PREVIOUS_IMAGE("restored from the previous image"),
    /** The previous image has none. */
    NONE("not restored, the previous image has none");

    private final String description;

    LaunchSbom(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
