package io.ticketing.notification.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A relay that stores each mail when its final dot arrives, and says so late. */
final class LateRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final Duration late;
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final CountDownLatch clientGone = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    LateRelay(Duration late) throws IOException {
        this.late = late;
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> stored() {
        return stored;
    }

    /** Whether a client closes its connection within that time. */
    boolean isLeftWithin(Duration time) throws InterruptedException {
        return clientGone.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            closing.countDown();
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            say(out, "220 late ESMTP");
            String line = in.readLine();
            while (line != null) {
                answer(line.toUpperCase(Locale.ROOT), in, out);
                line = in.readLine();
            }
            clientGone.countDown();
        } catch (IOException cut) {
            clientGone.countDown();
        }
    }

    private void answer(String command, BufferedReader in, OutputStream out) throws IOException {
        if (command.startsWith("DATA")) {
            say(out, "354 go on");
            stored.add(mail(in));
            Thread.ofVirtual().start(() -> confirm(out));
        } else {
            say(out, command.startsWith("QUIT") ? "221 bye" : "250 OK");
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (!line.equals(".")) {
            mail.append(line).append('\n');
            line = in.readLine();
        }
        return mail.toString();
    }

    private void confirm(OutputStream out) {
        try {
            if (!closing.await(late.toMillis(), TimeUnit.MILLISECONDS)) {
                say(out, "250 stored");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
