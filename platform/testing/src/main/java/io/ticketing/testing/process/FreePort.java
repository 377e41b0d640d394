package io.ticketing.testing.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses TCP ports that nobody listens on. */
public final class FreePort {
    private static final int LOWEST = 15_000;
    private static final int BELOW = 32_000;
    private static final int ATTEMPTS = 200;

    private FreePort() {}

    /**
     * A port that is free on loopback now.
     *
     * <p>It lies below the range from which the system takes the ports of outgoing connections: a part that is stopped
     * and comes back on its port would otherwise lose it to one of its own clients.
     *
     * @throws IllegalStateException when no free port was found
     */
    public static int choose() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between " + LOWEST + " and " + BELOW);
    }

    /** Whether somebody accepts connections on this port of loopback. */
    static boolean isTaken(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
