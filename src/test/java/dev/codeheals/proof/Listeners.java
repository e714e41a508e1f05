package dev.codeheals.proof;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Everything on the host that a program could talk to. Each answers "heard" and counts.
final class Listeners implements AutoCloseable {
    private static final byte[] ANSWER = "heard".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocketChannel tcp;
    private final ServerSocketChannel unix;
    private final DatagramSocket udp;
    private final Path socket;
    private final AtomicInteger heard = new AtomicInteger();

    private Listeners(Path folder) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        tcp = ServerSocketChannel.open(StandardProtocolFamily.INET).bind(new InetSocketAddress(loopback, 0));
        socket = folder.resolve("s");
        unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        udp = new DatagramSocket(new InetSocketAddress(loopback, 0));
        Thread.ofVirtual().start(() -> accept(tcp));
        Thread.ofVirtual().start(() -> accept(unix));
        Thread.ofVirtual().start(this::receive);
    }

    static Listeners open(Path folder) throws IOException {
        return new Listeners(folder);
    }

    private void accept(ServerSocketChannel server) {
        try {
            while (true) {
                try (SocketChannel caller = server.accept()) {
                    heard.incrementAndGet();
                    caller.read(ByteBuffer.allocate(16));
                    caller.write(ByteBuffer.wrap(ANSWER));
                }
            }
        } catch (IOException _) {
            // Closed at the end of the test.
        }
    }

    private void receive() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[16], 16);
                udp.receive(packet);
                heard.incrementAndGet();
                udp.send(new DatagramPacket(ANSWER, ANSWER.length, packet.getSocketAddress()));
            }
        } catch (IOException _) {
            // Closed at the end of the test.
        }
    }

    int heard() {
        return heard.get();
    }

    /// Where they listen, as the program expects it.
    String[] arguments() throws IOException {
        int port = ((InetSocketAddress) tcp.getLocalAddress()).getPort();
        return new String[] {Integer.toString(port), Integer.toString(udp.getLocalPort()), socket.toString(), "codeheals-abstract", "0"};
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        unix.close();
        udp.close();
    }
}
