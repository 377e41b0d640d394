package io.ticketing.notification.sending;

import io.vertx.core.VertxException;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Makes a class of error out of what the mail client says; the server's own words may hold addresses and are dropped. */
final class ReadingFailures {

    /** How the mail client begins when this mail was refused, and not the sender, the login or everybody. */
    private static final List<String> ABOUT_THIS_MAIL =
            List.of("recipient address not accepted", "DATA command not accepted", "sending data failed");

    private ReadingFailures() {}

    /** Reads a failure that came once the mail was being given to the server: when its answer is missing, it may have taken the mail. */
    static Handover readUnderWay(Throwable failure) {
        return switch (failure) {
            case TimeoutException late -> new Handover.Unconfirmed("timed out");
            case IOException broken -> new Handover.Unconfirmed("connection lost");
            case VertxException closed -> new Handover.Unconfirmed("connection lost");
            default -> read(failure);
        };
    }

    /** Reads a failure that came before the server could have taken the mail, or that the server has said itself. */
    static Handover read(Throwable failure) {
        return switch (failure) {
            case SMTPException reply -> reply(reply);
            case ConnectException away -> new Handover.NotNow("connection refused");
            case UnknownHostException unknown -> new Handover.NotNow("mail server's name not found");
            case SSLException insecure -> new Handover.NotNow("no secure connection");
            case TimeoutException late -> new Handover.NotNow("timed out");
            case IOException broken -> new Handover.NotNow("connection lost");
            case IllegalArgumentException malformed -> new Handover.Refused("malformed address");
            default -> new Handover.NotNow("mail server not usable");
        };
    }

    private static Handover reply(SMTPException reply) {
        String said = reply.getMessage();
        if (said.startsWith("AUTH")) {
            return new Handover.NotNow("login refused (" + reply.getReplyCode() + ")");
        }
        return reply.isPermanent() && ABOUT_THIS_MAIL.stream().anyMatch(said::startsWith)
                ? new Handover.Refused("refused (" + reply.getReplyCode() + ")")
                : new Handover.NotNow("refused for now (" + reply.getReplyCode() + ")");
    }
}
