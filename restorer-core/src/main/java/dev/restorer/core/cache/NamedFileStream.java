package dev.restorer.core.cache;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The stream of a file, whose read errors name the file. Those of the JDK have only the reason. */
final class NamedFileStream extends FilterInputStream {

    private final Path file;

    NamedFileStream(Path file, InputStream stream) {
        super(stream);
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** That the stream was closed, as a cancelled restore does, is no failure of the file. */
    private IOException named(IOException e) {
        if (e instanceof ClosedChannelException) {
            return e;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }
}
