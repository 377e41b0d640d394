package io.ticketing.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final PasswordRule RULE = new PasswordRule();

    @ParameterizedTest
    @ValueSource(strings = {"password", "PassWord", "12345678", " qwertyuiop ", "iloveyou", "trustno1"})
    void whatAttackersTryFirstIsRefused(String password) {
        assertThat(fault(password)).isEqualTo("is one of the most common passwords");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lovelace1815", "lovelace1815", "ada.lovelace", "ADA.LOVELACE@example.org"})
    void whatEverybodyKnowsOfAPersonIsRefused(String password) {
        assertThat(fault(password)).isEqualTo("must not be the username or the e-mail address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "another long password",
                "another password",
                "пароль-密码-🔑",
                "ada.lovelace!"
            })
    void othersAreFine(String password) {
        assertThat(fault(password)).isEmpty();
    }

    private static String fault(String password) {
        return RULE.fault(password, "Lovelace1815", "ada.lovelace@example.org").orElse("");
    }
}
