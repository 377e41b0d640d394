package io.ticketing.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @Test
    void plainTextStays() {
        assertThat(HeaderText.encoded("Assigned to you: VPN is down (50%)"))
                .isEqualTo("Assigned to you: VPN is down (50%)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grüße", "無法登入 🔒", "=?UTF-8?Q?not_encoded?=", "👩‍👩‍👧‍👦"})
    void whatIsEncodedReadsAsItWas(String text) throws UnsupportedEncodingException {
        String longText = text.repeat(40);

        String header = HeaderText.encoded(longText);

        assertThat(header.split("\r\n "))
                .allSatisfy(
                        word -> assertThat(word).hasSizeLessThanOrEqualTo(75).matches("[!-~]+"));
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(header))).isEqualTo(longText);
    }
}
