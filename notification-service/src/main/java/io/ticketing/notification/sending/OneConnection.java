package io.ticketing.notification.sending;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A mail client for one mail. It is a verticle of its own because a mail client that is closed still waits for what is on its way, while the
 * end of a verticle cuts its connections at once.
 */
final class OneConnection extends AbstractVerticle {

    /** What the client needs to say itself what the end of the connection means, when it has noticed. */
    private static final Duration NOTICING = Duration.ofSeconds(1);

    private final Vertx owner;
    private final MailConfig settings;
    private final Wiretap wire;

    private OneConnection(Vertx owner, MailConfig settings, Wiretap wire) {
        this.owner = owner;
        this.settings = settings;
        this.wire = wire;
    }

    /** Sends the mail; once the result is complete, cancelled or not, the connection is cut. */
    static CompletableFuture<MailResult> send(Vertx vertx, MailConfig settings, MailMessage message, Wiretap wire) {
        CompletableFuture<MailResult> result = new CompletableFuture<>();
        OneConnection connection = new OneConnection(vertx, settings, wire);
        vertx.deployVerticle(connection)
                .onFailure(result::completeExceptionally)
                .onSuccess(deployed -> {
                    result.whenComplete((sent, failure) -> vertx.undeploy(deployed));
                    connection.send(message, result);
                });
        return result;
    }

    private void send(MailMessage message, CompletableFuture<MailResult> result) {
        context.runOnContext(ready -> {
            MailClient client = MailClient.create(wire.tap(owner), settings);
            Future<MailResult> sending = result.isDone() ? Future.failedFuture("given up") : client.sendMail(message);
            sending.onSuccess(result::complete).onFailure(result::completeExceptionally);
            wire.closed().thenRun(() -> owner.setTimer(NOTICING.toMillis(), late -> overlooked(result)));
            result.whenComplete((sent, failure) -> client.close());
        });
    }

    private static void overlooked(CompletableFuture<MailResult> result) {
        result.completeExceptionally(new IOException("the connection was closed"));
    }
}
