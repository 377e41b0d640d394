package io.ticketing.testing.smtp;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands before the mail server: passes connections on, or treats them badly. A new mood cuts all connections. */
final class SmtpFront {
    private static final Duration LATE = Duration.ofSeconds(2);

    private final int port;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile SmtpMood mood = SmtpMood.HEALTHY;
    private volatile Duration slowness = LATE;
    private volatile CountDownLatch moodEnds = new CountDownLatch(1);
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;

    SmtpFront(int port, int serverPort) {
        this.port = port;
        this.serverPort = serverPort;
    }

    int refusals() {
        return refusals.get();
    }

    synchronized void listen() {
        if (listener != null) {
            return;
        }
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = socket;
            acceptor = Thread.ofVirtual().name("smtp-front").start(() -> accept(socket));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    synchronized void stopListening() {
        if (listener != null) {
            close(listener);
            listener = null;
            awaitAcceptor();
        }
        cutAll();
    }

    /** A socket that is closed while somebody waits for a client at it takes one more that comes at the same moment. */
    private void awaitAcceptor() {
        try {
            requireNonNull(acceptor).join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void mood(SmtpMood next, Duration slowness) {
        this.slowness = slowness;
        mood = next;
        cutAll();
    }

    private void cutAll() {
        CountDownLatch ended = moodEnds;
        moodEnds = new CountDownLatch(1);
        ended.countDown();
        open.forEach(SmtpFront::close);
        open.clear();
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            close(socket);
        }
    }

    private void serve(Socket client) {
        CountDownLatch ends = moodEnds;
        try (client) {
            switch (mood) {
                case HEALTHY -> pass(client);
                case REFUSING_FOR_NOW -> refuse(client, "451 4.3.0 try again later");
                case REFUSING_FOR_GOOD -> refuse(client, "550 5.1.1 no such mailbox");
                case SILENT -> ends.await();
                case SLOW -> {
                    if (!ends.await(slowness.toMillis(), TimeUnit.MILLISECONDS)) {
                        pass(client);
                    }
                }
            }
        } catch (IOException cut) {
            close(client);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void refuse(Socket client, String refusal) throws IOException {
        new RefusingSession(refusal, refusals::incrementAndGet).hold(client);
    }

    private void pass(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            open.add(server);
            Thread.ofVirtual().start(() -> copy(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
            open.remove(server);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            close(to);
        }
    }

    private static void close(Closeable part) {
        try {
            part.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
