package io.ticketing.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\nb",
                "a\rb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u0000b",
                "a\u007Fb",
                "a \t b",
                "\na b\n"
            })
    void whatWouldBreakALineBecomesABlank(String text) {
        assertThat(OneLine.of(text)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VPN is down", "Übung – 無法登入 🔒", "<b>&amp;</b>"})
    void everythingElseStays(String text) {
        assertThat(OneLine.of(text)).isEqualTo(text);
    }
}
