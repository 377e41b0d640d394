package io.ticketing.auth.firstadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.account.EmailAddress;
import io.ticketing.auth.password.PasswordRule;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class FirstAdminSettingTest {

    private static final Optional<String> EMAIL = Optional.of("ada@example.org");
    private static final Optional<String> PASSWORD = Optional.of("correct horse battery");

    private final PasswordRule rule;

    FirstAdminSettingTest(PasswordRule rule) {
        this.rule = rule;
    }

    @Test
    void nobodyNeedBeNamed() {
        FirstAdminSetting none = FirstAdminSetting.parse(Optional.empty(), Optional.empty(), rule);
        assertThat(none.email()).isEmpty();
        assertThat(none.password()).isEmpty();
    }

    @Test
    void anAddressIsComparedTrimmedAndLowerCased() {
        assertThat(FirstAdminSetting.parse(Optional.of(" Ada@Example.org "), Optional.empty(), rule)
                        .email()
                        .map(EmailAddress::value))
                .isEqualTo(EMAIL);
    }

    @Test
    void aPasswordAloneIsRefused() {
        assertThatThrownBy(() -> FirstAdminSetting.parse(Optional.empty(), PASSWORD, rule))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ADMIN_EMAIL must be set as well when ADMIN_PASSWORD is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@localhost", "Ada <ada@example.org>"})
    void whatIsNoAddressIsRefusedAndNotQuoted(String email) {
        assertThatThrownBy(() -> FirstAdminSetting.parse(Optional.of(email), PASSWORD, rule))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ADMIN_EMAIL must be an e-mail address");
    }

    @ParameterizedTest
    @MethodSource("badPasswords")
    void aPasswordThatNobodyCouldRegisterWithIsRefusedAndNotQuoted(String password) {
        assertThatThrownBy(() ->
                        FirstAdminSetting.parse(Optional.of("administrator@example.org"), Optional.of(password), rule))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("ADMIN_PASSWORD ")
                .hasMessageNotContaining(password)
                .hasNoCause();
    }

    static Stream<String> badPasswords() {
        return Stream.of(
                "1234567",
                "p".repeat(129),
                "password123",
                "bell \u0007 bell",
                " \u00a0".repeat(5),
                "Administrator@example.org",
                "administrator");
    }

    @Test
    void theSettingIsNotInAnyLog() {
        assertThat(FirstAdminSetting.parse(EMAIL, PASSWORD, rule)).hasToString("FirstAdminSetting[]");
    }
}
