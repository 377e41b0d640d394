package io.ticketing.inngest.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_795_345_347L);
    private static final SigningKey KEY =
            SigningKey.parse("signkey-test-0123456789abcdef0123456789abcdef").orElseThrow();
    private static final SigningKey OTHER =
            SigningKey.parse("signkey-test-fedcba9876543210fedcba9876543210").orElseThrow();

    /** Made with {@code openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef}. */
    private static final String KNOWN = "1315ce4183ce5bdbd9b1074b58c0cb07a18112b8c1cd5f686f1034a08a356fee";

    @Test
    void itIsTheOneThatOthersCompute() {
        assertThat(KEY.sign(BODY, NOW.getEpochSecond())).isEqualTo(KNOWN);
    }

    @Test
    void aBodyThatWasChangedIsRefused() {
        assertThat(Signature.isValid(signed(KEY, 0), BODY, List.of(KEY), NOW)).isTrue();
        assertThat(Signature.isValid(signed(KEY, 0), "{\"a\":2}".getBytes(StandardCharsets.UTF_8), List.of(KEY), NOW))
                .isFalse();
    }

    @Test
    void whileKeysChangeBothAreGood() {
        assertThat(Signature.isValid(signed(OTHER, 0), BODY, List.of(KEY, OTHER), NOW))
                .isTrue();
        assertThat(Signature.isValid(signed(OTHER, 0), BODY, List.of(KEY), NOW)).isFalse();
        assertThat(Signature.isValid(signed(OTHER, 0), BODY, List.of(), NOW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "60, true", "61, false"})
    void itHoldsForFiveMinutesAndNotForTheFuture(long secondsFromNow, boolean valid) {
        assertThat(Signature.isValid(signed(KEY, secondsFromNow), BODY, List.of(KEY), NOW))
                .isEqualTo(valid);
    }

    @Test
    void itsTimeIsSignedToo() {
        String later = signed(KEY, -400).replaceFirst("t=\\d+", "t=" + NOW.getEpochSecond());

        assertThat(Signature.isValid(later, BODY, List.of(KEY), NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1", "t=1&s=", "s=00&t=1", "t=99999999999999999999&s=00", "t=x&s=y"})
    void whatIsNoSignatureIsRefused(String header) {
        assertThat(Signature.isValid(header, BODY, List.of(KEY), NOW)).isFalse();
        assertThat(Signature.isValid(null, BODY, List.of(KEY), NOW)).isFalse();
    }

    @Test
    void theApiIsShownAHashOfTheKey() {
        assertThat(KEY.hashed())
                .isEqualTo("signkey-test-223e0a160af9da0a03e6dd2c4719c56f5d66a633cbe84e78aaa9f3735865522a");
        assertThat(KEY).asString().doesNotContain("0123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "signkey-test-", "signkey-test-0123", "signkey-test-xyz", "0123456789abcdef0123456789abcde"})
    void whatIsNoKeyIsNone(String text) {
        assertThat(SigningKey.parse(text)).isEmpty();
    }

    private static String signed(SigningKey key, long secondsFromNow) {
        long signedAt = NOW.getEpochSecond() + secondsFromNow;
        return "t=" + signedAt + "&s=" + key.sign(BODY, signedAt);
    }
}
