package org.investmentpipeline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Free ports for servers that are started shortly afterwards. They are below the range of ports that the operating system assigns
 * itself: such a port may be assigned to another process, such as the other JVM of the tests, before the server listens. Each JVM
 * begins its search at another port.
 */
public final class FreePort {
    private static final int FIRST = 15_000;
    private static final int COUNT = 17_000;
    private static final int APART = 997;

    private static final AtomicInteger NEXT =
            new AtomicInteger(Math.floorMod(ProcessHandle.current().pid() * APART, COUNT));

    private FreePort() {}

    /** A port of the loopback address on which nobody listens; no other call of this JVM gets it soon. */
    public static int next() {
        for (var tries = 0; tries < COUNT; tries++) {
            var port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
