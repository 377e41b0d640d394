package io.ticketing.notification.sending;

/**
 * A mail as it goes to the mail server. It shows nothing of itself, so that it cannot end up in a log.
 *
 * @param messageId the same for every attempt, so that a mail that goes out twice can be recognised
 * @param to one address
 * @param subject one line
 * @param text plain text
 * @param html the same as HTML
 */
record OutgoingMail(String messageId, String to, String subject, String text, String html) {

    @Override
    public String toString() {
        return "OutgoingMail[" + messageId + "]";
    }
}
