package dev.codeheals.llm;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;

/// Makes plain sockets whose bytes are counted; encryption is layered on top of them.
///
/// They are the last gate: with the switch off, none connects and none writes, whatever the layers above have begun.
final class MeteredSockets extends SocketFactory {
    private final EgressMeter meter;
    private final NetworkSwitch network;

    MeteredSockets(EgressMeter meter, NetworkSwitch network) {
        this.meter = meter;
        this.network = network;
    }

    @Override
    public Socket createSocket() {
        return new Metered();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private void gate() throws SocketException {
        if (!network.allowed()) {
            throw new SocketException("offline");
        }
    }

    private final class Metered extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            gate();
            meter.opened();
            super.connect(endpoint, timeout);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int b) throws IOException {
                    gate();
                    out.write(b);
                    meter.sent(1);
                }

                @Override
                public void write(byte[] b, int offset, int length) throws IOException {
                    gate();
                    out.write(b, offset, length);
                    meter.sent(length);
                }
            };
        }
    }
}
