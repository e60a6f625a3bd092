package org.investmentpipeline.http.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * So many sockets of clients that are too slow, kept open by one thread: each sends its beginning and then a byte now and then, and one
 * that is closed is opened anew.
 */
final class SlowSockets implements AutoCloseable {
    private static final int OPENED_AT_ONCE = 100;
    private static final int LITTLE = 4_096;
    private static final Duration TICK = Duration.ofMillis(50);

    private final InetSocketAddress server;
    private final int sockets;
    private final Duration pause;
    private final List<byte[]> beginnings;
    private final boolean reads;
    private final boolean replaces;
    private final Selector selector;
    private final Thread thread = new Thread(this::run, "slow sockets");

    private volatile boolean ends;
    private volatile int closed;
    private volatile int open;
    private volatile Duration longest = Duration.ZERO;
    private volatile @Nullable IOException failure;
    private int opened;

    /**
     * Each socket has one of the beginnings, in turn, and sends a byte after each pause.
     *
     * @param reads whether they take answers
     * @param replaces whether another comes for each that is closed
     */
    SlowSockets(int port, int sockets, Duration pause, List<byte[]> beginnings, boolean reads, boolean replaces)
            throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.sockets = sockets;
        this.pause = pause;
        this.beginnings = beginnings;
        this.reads = reads;
        this.replaces = replaces;
        this.selector = Selector.open();
        thread.start();
    }

    /** One socket: how much of its beginning is to be sent, and when it did what. */
    private static final class Client {
        private final ByteBuffer beginning;
        private final long since = System.nanoTime();
        private long sent = System.nanoTime();

        Client(byte[] beginning) {
            this.beginning = ByteBuffer.wrap(beginning);
        }
    }

    /** How many were closed by the service so far. */
    int closed() {
        return closed;
    }

    int open() {
        return open;
    }

    /** How long the longest one was open that was closed. */
    Duration longest() {
        return longest;
    }

    private void run() {
        try (selector) {
            while (!ends) {
                openMore();
                selector.select(TICK.toMillis());
                for (var key : selector.keys()) {
                    if (key.isValid()) {
                        work(key, (Client) key.attachment());
                    }
                }
                open = (int)
                        selector.keys().stream().filter(SelectionKey::isValid).count();
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException failed) {
            failure = failed;
        }
    }

    private void openMore() throws IOException {
        var missing = sockets - (replaces ? selector.keys().size() : opened);
        for (var i = Math.min(OPENED_AT_ONCE, missing); i > 0; i--) {
            var socket = SocketChannel.open();
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.SO_RCVBUF, LITTLE);
            var client = new Client(beginnings.get(opened++ % beginnings.size()));
            socket.connect(server);
            socket.register(selector, SelectionKey.OP_CONNECT, client);
        }
    }

    private void work(SelectionKey key, Client client) {
        var socket = (SocketChannel) key.channel();
        try {
            if (key.isConnectable() && socket.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
            }
            if (!socket.isConnected()) {
                return;
            }
            if (client.beginning.hasRemaining()) {
                socket.write(client.beginning);
            } else if (System.nanoTime() - client.sent > pause.toNanos()) {
                client.sent = System.nanoTime();
                socket.write(ByteBuffer.wrap(new byte[] {'x'}));
            }
            if (reads && key.isReadable() && socket.read(ByteBuffer.allocate(LITTLE)) < 0) {
                count(socket, client);
            }
        } catch (IOException reset) {
            count(socket, client);
        }
    }

    private void count(SocketChannel socket, Client client) {
        var age = Duration.ofNanos(System.nanoTime() - client.since);
        longest = age.compareTo(longest) > 0 ? age : longest;
        closed++;
        try {
            socket.close();
        } catch (IOException failed) {
            failure = failed;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        ends = true;
        selector.wakeup();
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }
}
