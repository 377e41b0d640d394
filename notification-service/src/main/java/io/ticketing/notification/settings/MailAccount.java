package io.ticketing.notification.settings;

import io.ticketing.web.settings.BadSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where and as whom mails are sent.
 *
 * @param host the mail server
 * @param port its port
 * @param login required together with TLS; empty when neither is used
 * @param from the sender that recipients see
 * @param clientUrl where links in mails lead, without a slash at its end
 */
public record MailAccount(String host, int port, Optional<Login> login, String from, String clientUrl) {

    /** No stricter than mail servers, and no laxer than the mail client, which would refuse every mail from a sender that it cannot read. */
    private static final String ADDRESS = "[^<>@,()\\s]+@[^<>@,()\\s]+";

    private static final Pattern SENDER = Pattern.compile("[^<>\\p{Cntrl}]*<" + ADDRESS + ">|" + ADDRESS);

    /** Whom to log in as. It does not show the password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }

    /**
     * The settings, checked.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException naming the first that is missing or makes no sense
     */
    static MailAccount of(MailSettings settings) {
        return new MailAccount(
                required("MAILTRAP_SMTP_HOST", settings.host()),
                port(required("MAILTRAP_SMTP_PORT", settings.port())),
                login(settings),
                from(required("MAIL_FROM", settings.from())),
                clientUrl(required("CLIENT_URL", settings.clientUrl())));
    }

    private static Optional<Login> login(MailSettings settings) {
        return switch (required("MAILTRAP_SMTP_SECURITY", settings.security())) {
            case "plain" -> Optional.empty();
            case "starttls" ->
                Optional.of(new Login(
                        required("MAILTRAP_SMTP_USER", settings.user()),
                        required("MAILTRAP_SMTP_PASS", settings.password())));
            default -> throw BadSetting.of("MAILTRAP_SMTP_SECURITY", "must be starttls or plain");
        };
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw BadSetting.of("MAILTRAP_SMTP_PORT", "must be a number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static String from(String text) {
        if (!SENDER.matcher(text).matches()) {
            throw BadSetting.of(
                    "MAIL_FROM", "must be an e-mail address, or a name with one: Ticketing <no-reply@example.org>");
        }
        return text;
    }

    private static String clientUrl(String text) {
        if (!text.matches("https?://[^\\s\"'<>?#]+") || !hasAuthority(text)) {
            throw BadSetting.of("CLIENT_URL", "must be an http or https address");
        }
        return text.replaceFirst("/+$", "");
    }

    private static boolean hasAuthority(String address) {
        try {
            return new URI(address).getRawAuthority() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String required(String variable, Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> BadSetting.of(variable, "is not set: mails cannot be sent without it"));
    }
}
