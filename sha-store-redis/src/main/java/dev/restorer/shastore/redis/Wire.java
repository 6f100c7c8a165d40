package dev.restorer.shastore.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocket;

/**
 * A connected socket, with TLS or without, as Jedis is given it: what is read is held to limits. Has of a socket what
 * Jedis calls.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // the socket below is synchronized itself
final class Wire extends Socket {

    private final Socket tcp;
    private final Socket spoken;
    private final ReplyLimits replies;

    /** The second may be the first one, or speak TLS over it. */
    Wire(Socket tcp, Socket spoken) throws IOException {
        this.tcp = tcp;
        this.spoken = spoken;
        this.replies = new ReplyLimits(spoken.getInputStream());
    }

    Socket tcp() {
        return tcp;
    }

    ClientCertificate certificate() {
        return spoken instanceof SSLSocket tls ? ClientCertificate.in(tls.getSession()) : ClientCertificate.NO_TLS;
    }

    ReplyLimits replies() {
        return replies;
    }

    @Override
    public InputStream getInputStream() {
        return replies;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return spoken.getOutputStream();
    }

    /** Closes the connection below TLS, since to take leave in TLS can take for ever. */
    @Override
    public void close() throws IOException {
        tcp.close();
    }

    @Override
    public boolean isClosed() {
        return tcp.isClosed();
    }

    @Override
    public boolean isConnected() {
        return tcp.isConnected();
    }

    @Override
    public boolean isBound() {
        return tcp.isBound();
    }

    @Override
    public boolean isInputShutdown() {
        return tcp.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return tcp.isOutputShutdown();
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return tcp.getSoTimeout();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        tcp.setSoTimeout(timeout);
    }
}
