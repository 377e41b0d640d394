package io.ticketing.testing.smtp;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.ticketing.testing.process.FreePort;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server on loopback, without TLS and login, that keeps what it takes. Close it. */
public final class RealSmtp implements AutoCloseable {
    private static final Duration LATE = Duration.ofSeconds(2);

    private final int port;
    private final GreenMail server;
    private final SmtpFront front;

    private RealSmtp() {
        this.port = FreePort.choose();
        this.server = new GreenMail(new ServerSetup(FreePort.choose(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        this.front = new SmtpFront(port, server.getSmtp().getPort());
        front.listen();
    }

    /** A server of your own, healthy and empty. */
    public static RealSmtp start() {
        return new RealSmtp();
    }

    /** Where it listens. */
    public String host() {
        return "127.0.0.1";
    }

    /** Where it listens; the same after a {@link #restart}. */
    public int port() {
        return port;
    }

    /** The mails that were delivered to this address, in their order. */
    public List<ReceivedMail> mailsTo(String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .map(ReceivedMail::of)
                    .toList();
        } catch (FolderException broken) {
            throw new IllegalStateException("The inbox of " + address + " cannot be read", broken);
        }
    }

    /** All mails, one for each recipient. */
    public List<ReceivedMail> mails() {
        return Arrays.stream(server.getReceivedMessages()).map(ReceivedMail::of).toList();
    }

    /** Throws all mails away. */
    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException broken) {
            throw new IllegalStateException("The inboxes cannot be emptied", broken);
        }
    }

    /** Treats clients so from now on; open connections are cut. {@code SLOW} is 2 s late. */
    public void mood(SmtpMood mood) {
        front.mood(mood, LATE);
    }

    /** {@link SmtpMood#SLOW}: says its first word so late. */
    public void slow(Duration late) {
        front.mood(SmtpMood.SLOW, late);
    }

    /** How many recipients were refused since the start. */
    public int refusals() {
        return front.refusals();
    }

    /** Cuts all connections and refuses new ones, as a server that is down. The mails stay. */
    public void stop() {
        front.stopListening();
    }

    /** Serves again after {@link #stop}, on the same port. */
    public void restart() {
        front.listen();
    }

    @Override
    public void close() {
        front.stopListening();
        server.stop();
    }
}
