package io.ticketing.notification.sending;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real mail server that stores each mail when its final dot arrives, and answers each step as it is told, as late as it is told. */
final class ScriptedRelay implements AutoCloseable {

    /** Instead of an answer: the connection is cut. */
    static final String CUT = "";

    /** The step before the client says anything. */
    static final String GREETING = "";

    /** The step that ends a mail. */
    static final String FINAL_DOT = ".";

    private static final Map<String, CompletableFuture<String>> WELL = Map.of(
            GREETING,
            said("220 relay ESMTP"),
            "EHLO",
            said("250-relay\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME"),
            "DATA",
            said("354 go on"),
            FINAL_DOT,
            said("250 2.0.0 stored"),
            "QUIT",
            said("221 2.0.0 bye"));

    private final ServerSocket listener;
    private final Map<String, CompletableFuture<String>> script;
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final CountDownLatch clientGone = new CountDownLatch(1);

    private ScriptedRelay(Map<String, CompletableFuture<String>> script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** One that answers this step so, as soon as that is complete, and all others well. */
    static ScriptedRelay answering(String step, CompletableFuture<String> answer) throws IOException {
        return new ScriptedRelay(Map.of(step, answer));
    }

    /** One that answers this step so and all others well. */
    static ScriptedRelay answering(String step, String answer) throws IOException {
        return answering(step, said(answer));
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
        listener.close();
    }

    private static CompletableFuture<String> said(String answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            clientGone.countDown();
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            answer(GREETING, client);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String step = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                answer(step, client);
                if (step.equals("DATA") && isGoing(step)) {
                    stored.add(mail(in));
                    answer(FINAL_DOT, client);
                }
            }
            clientGone.countDown();
        } catch (IOException cut) {
            clientGone.countDown();
        }
    }

    private boolean isGoing(String step) {
        return reply(step).getNow(CUT).startsWith("3");
    }

    private CompletableFuture<String> reply(String step) {
        return script.getOrDefault(step, WELL.getOrDefault(step, said("250 2.1.0 OK")));
    }

    private void answer(String step, Socket client) {
        reply(step).thenAccept(answer -> {
            try {
                if (answer.equals(CUT)) {
                    client.close();
                } else {
                    say(client, answer);
                }
            } catch (IOException gone) {
                clientGone.countDown();
            }
        });
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !FINAL_DOT.equals(line); line = in.readLine()) {
            if (line == null) {
                throw new EOFException("cut in the middle of a mail");
            }
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
