package io.ticketing.notification.sending;

import io.vertx.ext.mail.MailMessage;

/**
 * A message that knows whether its sending has begun. The mail client reads the text when the server has greeted it and let it in, just before
 * it gives the mail away; until then the server cannot have taken anything.
 */
final class TrackedMessage extends MailMessage {

    private volatile boolean underWay;

    TrackedMessage(OutgoingMail mail, String from) {
        super(from, mail.to(), mail.subject(), mail.text());
    }

    @Override
    public String getText() {
        underWay = true;
        return super.getText();
    }

    /** Whether the server may have taken the mail. */
    boolean isUnderWay() {
        return underWay;
    }

    @Override
    public String toString() {
        return "TrackedMessage[underWay=" + underWay + "]";
    }
}
