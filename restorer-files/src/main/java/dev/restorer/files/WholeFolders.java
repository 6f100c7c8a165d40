package dev.restorer.files;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Puts whole folders into a confined folder, and takes whole ones away: whoever looks meanwhile, or after the process was
 * killed, sees no half of one but under a hidden name. Safe for use by many threads at once.
 *
 * @param folder the folder that they are in
 */
public record WholeFolders(ConfinedFolder folder) {

    /**
     * Makes a folder to be filled before it is moved into its place.
     *
     * @return the folder, empty
     * @throws IOException if it cannot be made
     */
    public HiddenFolder makeHidden() throws IOException {
        return HiddenFolder.make(folder);
    }

    /**
     * Puts a folder that was filled into its place, instead of what stands there.
     *
     * @param hidden the folder, made here
     * @param name the name of its place
     * @throws IOException if it cannot be moved; then it is gone, and what stood there may be too
     */
    public void place(HiddenFolder hidden, String name) throws IOException {
        try {
            remove(name);
            folder.move(hidden.name(), name);
        } catch (IOException e) {
            removeAfter(e, hidden.name());
            throw e;
        }
    }

    /**
     * Puts a folder that was filled into a place where nothing stands, with the mode that folders get here.
     *
     * @param hidden the folder, made here
     * @param name the name of its place
     * @throws IOException if something stands there, or it cannot be moved
     */
    public void appear(HiddenFolder hidden, String name) throws IOException {
        FileMode.set(hidden.path(), hidden.folderMode());
        folder.move(hidden.name(), PlainName.require(name));
    }

    private void removeAfter(IOException failure, String name) {
        try {
            remove(name);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Removes what has a name: a file, a link, or a folder with all that is in it.
     *
     * @param name the name
     * @throws IOException if it cannot be removed
     */
    public void remove(String name) throws IOException {
        BasicFileAttributes attributes = folder.attributes(PlainName.require(name));
        if (attributes == null) {
            return;
        }
        if (!attributes.isDirectory()) {
            folder.delete(name);
        } else if (PlainName.isHidden(name)) {
            FolderTree.delete(folder.path().resolve(name));
        } else {
            String aside = HiddenName.next();
            folder.move(name, aside);
            FolderTree.delete(folder.path().resolve(aside));
        }
    }

    /**
     * Removes what a run that was killed left hidden.
     *
     * @throws IOException if it cannot be removed
     */
    public void removeHidden() throws IOException {
        for (String name : folder.names()) {
            if (PlainName.isHidden(name)) {
                remove(name);
            }
        }
    }
}
