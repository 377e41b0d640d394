package io.ticketing.notification.sending;

import io.ticketing.notification.settings.MailAccount;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The mail server, through the client that quarkus-mailer brings and not through its {@code Mailer}, which neither bounds how long a server may
 * say nothing nor tells whether it may have taken a mail (docs/adr/0008). Every mail has a client and a connection of its own, which are closed
 * with the attempt: what has been given up cannot go out later.
 */
@ApplicationScoped
class MailServer {

    private final Vertx vertx;
    private final MailAccount account;
    private final SendingConfig config;

    MailServer(Vertx vertx, MailAccount account, SendingConfig config) {
        this.vertx = vertx;
        this.account = account;
        this.config = config;
    }

    /** Offers the mail, and waits for the answer; the thread should be a virtual one. When it is interrupted, the connection is closed. */
    Handover offer(OutgoingMail mail) throws InterruptedException {
        Wiretap wire = new Wiretap();
        CompletableFuture<MailResult> sending =
                OneConnection.send(vertx, settings(account, config), message(mail), wire);
        try {
            sending.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
            return new Handover.Taken();
        } catch (ExecutionException failure) {
            return read(failure.getCause(), wire);
        } catch (TimeoutException late) {
            return read(late, wire);
        } finally {
            wire.withholdFinalDot();
            sending.cancel(false);
        }
    }

    private static Handover read(Throwable failure, Wiretap wire) {
        return wire.withholdFinalDot() ? ReadingFailures.read(failure) : ReadingFailures.readAfterFinalDot(failure);
    }

    private MailMessage message(OutgoingMail mail) {
        return new MailMessage(account.from(), mail.to(), mail.subject(), mail.text())
                .setHtml(mail.html())
                .addHeader("Subject", HeaderText.encoded(mail.subject()))
                .addHeader("Message-ID", mail.messageId())
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static MailConfig settings(MailAccount account, SendingConfig config) {
        MailConfig settings =
                new MailConfig(account.host(), account.port()).setMaxPoolSize(1).setKeepAlive(false);
        account.login()
                .ifPresentOrElse(
                        login -> settings.setStarttls(StartTLSOptions.REQUIRED)
                                .setLogin(LoginOption.REQUIRED)
                                .setUsername(login.user())
                                .setPassword(login.password()),
                        () -> settings.setStarttls(StartTLSOptions.DISABLED).setLogin(LoginOption.DISABLED));
        settings.setConnectTimeout((int) config.connectTimeout().toMillis());
        settings.setIdleTimeout((int) config.silence().toSeconds());
        return settings;
    }
}
