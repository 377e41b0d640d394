package io.ticketing.notification.sending;

import io.vertx.core.VertxException;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Makes a class of error out of what the mail client says; the server's own words may hold addresses and are dropped.
 *
 * <p>A refusal is final only when it is surely about this recipient or this mail. A 5xx alone says little: limits on the rate, blocked senders and
 * full disks come with it too, and most often where the mail itself is offered. What is not final ends by its age.
 */
final class ReadingFailures {

    private static final String RECIPIENT = "recipient address not accepted";
    private static final Set<String> MAIL = Set.of("DATA command not accepted", "sending data failed");

    /** No such mailbox, not here, no such name (RFC 5321, section 4.2.2). */
    private static final Set<Integer> NO_SUCH_RECIPIENT = Set.of(550, 551, 553);

    /** Addresses, and mailboxes that are disabled (RFC 3463). Servers send it without announcing it, so it is read here. */
    private static final Pattern RECIPIENT_STATUS = Pattern.compile("5\\.1\\.\\d+|5\\.2\\.1");

    /** The content of the mail. */
    private static final Pattern CONTENT_STATUS = Pattern.compile("5\\.6\\.\\d+");

    private static final Pattern ENHANCED_STATUS = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})(?!\\S)");

    private ReadingFailures() {}

    /** Reads a failure that came after the mail's final dot: when the server's answer is missing, it may have taken the mail. */
    static Handover readAfterFinalDot(Throwable failure) {
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
            case VertxException closed -> new Handover.NotNow("connection lost");
            case IllegalArgumentException malformed -> new Handover.Refused("malformed address");
            default -> new Handover.NotNow("mail server not usable");
        };
    }

    private static Handover reply(SMTPException reply) {
        if (reply.getMessage().startsWith("AUTH")) {
            return new Handover.NotNow("login refused (" + reply.getReplyCode() + ")");
        }
        return reply.isPermanent() && isAboutThisMail(reply)
                ? new Handover.Refused("refused (" + reply.getReplyCode() + ")")
                : new Handover.NotNow("refused for now (" + reply.getReplyCode() + ")");
    }

    private static boolean isAboutThisMail(SMTPException reply) {
        String phase = reply.getMessage();
        Matcher status = ENHANCED_STATUS.matcher(reply.getReplyMessage());
        if (phase.startsWith(RECIPIENT)) {
            return status.find()
                    ? RECIPIENT_STATUS.matcher(status.group(1)).matches()
                    : NO_SUCH_RECIPIENT.contains(reply.getReplyCode());
        }
        return MAIL.stream().anyMatch(phase::startsWith)
                && status.find()
                && CONTENT_STATUS.matcher(status.group(1)).matches();
    }
}
