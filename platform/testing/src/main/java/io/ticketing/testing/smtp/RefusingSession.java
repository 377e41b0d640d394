package io.ticketing.testing.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The server's side of an SMTP session in which every recipient is refused. */
final class RefusingSession {
    private final String refusal;
    private final Runnable onRefusal;

    RefusingSession(String refusal, Runnable onRefusal) {
        this.refusal = refusal;
        this.onRefusal = onRefusal;
    }

    void hold(Socket client) throws IOException {
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        Writer replies = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        say(replies, "220 refusing ESMTP");
        String command = commands.readLine();
        while (command != null) {
            String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            say(replies, reply(verb));
            command = verb.equals("QUIT") ? null : commands.readLine();
        }
    }

    private String reply(String verb) {
        return switch (verb) {
            case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> "250 OK";
            case "RCPT" -> {
                onRefusal.run();
                yield refusal;
            }
            case "DATA" -> "503 no valid recipients";
            case "QUIT" -> "221 bye";
            default -> "502 not implemented";
        };
    }

    private static void say(Writer replies, String line) throws IOException {
        replies.write(line + "\r\n");
        replies.flush();
    }
}
