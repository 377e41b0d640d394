package io.ticketing.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.notification.sending.Handover.NotNow;
import io.ticketing.notification.sending.Handover.Refused;
import io.ticketing.notification.sending.Handover.Unconfirmed;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingFailuresTest {

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureBecomesAClassOfErrorWithoutAddresses(Throwable failure, Handover handover) {
        assertThat(ReadingFailures.read(failure)).isEqualTo(handover);
    }

    @ParameterizedTest
    @CsvSource({
        "recipient address not accepted, 550 5.1.1 no such mailbox",
        "recipient address not accepted, 550 5.2.1 disabled",
        "recipient address not accepted, 550 no such mailbox",
        "recipient address not accepted, 553-no such name",
        "sending data failed, 554 5.6.0 malformed"
    })
    void aRefusalOfThisRecipientOrThisContentIsFinal(String phase, String said) {
        assertThat(ReadingFailures.read(reply(phase, said))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "recipient address not accepted, 550 5.7.1 your host is blocked",
        "recipient address not accepted, 552 5.2.2 mailbox full",
        "recipient address not accepted, 554 relay access denied",
        "recipient address not accepted, 450 4.2.0 greylisted",
        "DATA command not accepted, 550 5.7.0 too many emails per second",
        "DATA command not accepted, 550 no more today",
        "sending data failed, 554 5.3.0 no space left",
        "sending data failed, 554 5.7.1 limit exceeded",
        "sending data failed, 554 5.6",
        "sending data failed, 451 4.3.0 later",
        "sender address not accepted, 550 5.1.0 unknown sender"
    })
    void everyOtherRefusalIsTriedAgain(String phase, String said) {
        assertThat(ReadingFailures.read(reply(phase, said))).isInstanceOf(NotNow.class);
    }

    @Test
    void afterTheFinalDotAMissingAnswerIsUnconfirmedAndARefusalIsNot() {
        assertThat(ReadingFailures.readAfterFinalDot(new IOException("socket was closed")))
                .isEqualTo(new Unconfirmed("connection lost"));
        assertThat(ReadingFailures.readAfterFinalDot(new TimeoutException())).isEqualTo(new Unconfirmed("timed out"));
        assertThat(ReadingFailures.readAfterFinalDot(reply("sending data failed", "451 later")))
                .isEqualTo(new NotNow("refused for now (451)"));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        reply("recipient address not accepted", "550 ada@example.org"), new Refused("refused (550)")),
                Arguments.of(
                        reply("recipient address not accepted", "450 ada@example.org"),
                        new NotNow("refused for now (450)")),
                Arguments.of(
                        reply("sender address not accepted", "550 ada@example.org"),
                        new NotNow("refused for now (550)")),
                Arguments.of(reply("AUTH PLAIN failed", "535 ada@example.org"), new NotNow("login refused (535)")),
                Arguments.of(
                        reply("other response than 220", "421 ada@example.org"), new NotNow("refused for now (421)")),
                Arguments.of(new ConnectException("10.0.0.1:587"), new NotNow("connection refused")),
                Arguments.of(new UnknownHostException("smtp"), new NotNow("mail server's name not found")),
                Arguments.of(new SSLHandshakeException("no"), new NotNow("no secure connection")),
                Arguments.of(new IOException("socket was closed"), new NotNow("connection lost")),
                Arguments.of(new VertxException("closed", true), new NotNow("connection lost")),
                Arguments.of(new TimeoutException(), new NotNow("timed out")),
                Arguments.of(new NoStackTraceThrowable("STARTTLS required"), new NotNow("mail server not usable")),
                Arguments.of(new IllegalArgumentException("a@b@c"), new Refused("malformed address")));
    }

    private static SMTPException reply(String phase, String said) {
        return new SMTPException(phase, Integer.parseInt(said.substring(0, 3)), List.of(said), false);
    }
}
