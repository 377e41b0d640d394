package io.ticketing.notification.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAccountTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "ticketing.mail.host", "live.smtp.example",
            "ticketing.mail.port", "587",
            "ticketing.mail.user", "ada",
            "ticketing.mail.password", "correct horse",
            "ticketing.mail.security", "starttls",
            "ticketing.mail.from", "Ticketing <no-reply@example.org>",
            "ticketing.mail.client-url", "https://tickets.example/"));

    @Test
    void completeSettingsAreAnAccountThatDoesNotShowItsPassword() {
        MailAccount account = account();

        assertThat(account.host()).isEqualTo("live.smtp.example");
        assertThat(account.port()).isEqualTo(587);
        assertThat(account.login()).contains(new MailAccount.Login("ada", "correct horse"));
        assertThat(account.clientUrl()).isEqualTo("https://tickets.example");
        assertThat(account.toString()).doesNotContain("correct horse");
    }

    @ParameterizedTest
    @CsvSource({
        "host, MAILTRAP_SMTP_HOST",
        "port, MAILTRAP_SMTP_PORT",
        "security, MAILTRAP_SMTP_SECURITY",
        "from, MAIL_FROM",
        "user, MAILTRAP_SMTP_USER",
        "password, MAILTRAP_SMTP_PASS",
        "client-url, CLIENT_URL"
    })
    void whatIsMissingIsNamedInOneLine(String setting, String variable) {
        settings.put("ticketing.mail." + setting, "");

        assertThatThrownBy(this::account)
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageStartingWith(variable)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "port, 0, MAILTRAP_SMTP_PORT",
        "port, 65536, MAILTRAP_SMTP_PORT",
        "port, smtp, MAILTRAP_SMTP_PORT",
        "security, tls, MAILTRAP_SMTP_SECURITY",
        "security, PLAIN, MAILTRAP_SMTP_SECURITY",
        "from, nobody, MAIL_FROM",
        "from, Eve <eve@example.org> <a@b>, MAIL_FROM",
        "from, 'eve@example.org,ada@example.org', MAIL_FROM",
        "from, eve(ada@example.org, MAIL_FROM",
        "client-url, tickets.example, CLIENT_URL",
        "client-url, javascript:alert(1), CLIENT_URL",
        "client-url, https://tickets.example/?a=b, CLIENT_URL",
        "client-url, http://[x, CLIENT_URL",
        "client-url, http:///tickets, CLIENT_URL"
    })
    void whatMakesNoSenseIsNamedInOneLine(String setting, String value, String variable) {
        settings.put("ticketing.mail." + setting, value);

        assertThatThrownBy(this::account)
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageStartingWith(variable)
                .message()
                .hasLineCount(1);
    }

    @Test
    void aMalformedAddressIsNotShown() {
        settings.put("ticketing.mail.client-url", "https://ada:secret@[x");

        assertThatThrownBy(this::account).hasMessageStartingWith("CLIENT_URL").hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "password"})
    void aLocalInboxNeedsNoLogin(String setting) {
        settings.put("ticketing.mail.security", "plain");
        settings.put("ticketing.mail." + setting, "");

        assertThat(account().login()).isEmpty();
    }

    private MailAccount account() {
        return MailAccount.of(new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(MailSettings.class));
    }
}
