package io.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MONA LISA",
                " mona  lisa ",
                "mona\u00a0lisa",
                "mona\u1680\u2028lisa",
                "mo\u200bna lisa\u2060",
                "\ufeffmona lisa",
                "ｍｏｎａ lisa"
            })
    void namesThatLookAlikeAreTheSame(String name) {
        assertThat(UsernameKey.of(name)).isEqualTo("mona lisa");
    }

    @Test
    void otherNamesAreNot() {
        assertThat(UsernameKey.of("monalisa")).isNotEqualTo(UsernameKey.of("mona lisa"));
        assertThat(UsernameKey.of("móna")).isNotEqualTo(UsernameKey.of("mona"));
    }
}
