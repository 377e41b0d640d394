package io.ticketing.notification.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What an operator sets, as text: {@link MailAccount} says what is wrong with it in the operator's own words. */
@ConfigMapping(prefix = "ticketing.mail")
public interface MailSettings {

    /** {@code MAILTRAP_SMTP_HOST}: the mail server. */
    Optional<String> host();

    /** {@code MAILTRAP_SMTP_PORT}. */
    Optional<String> port();

    /** {@code MAILTRAP_SMTP_USER}: whom to log in as. */
    Optional<String> user();

    /** {@code MAILTRAP_SMTP_PASS}. */
    Optional<String> password();

    /** {@code MAILTRAP_SMTP_SECURITY}: {@code starttls} (TLS and login are required) or {@code plain} (neither is used). */
    Optional<String> security();

    /** {@code MAIL_FROM}: the sender that recipients see. */
    Optional<String> from();

    /** {@code CLIENT_URL}: where links in mails lead. */
    Optional<String> clientUrl();
}
