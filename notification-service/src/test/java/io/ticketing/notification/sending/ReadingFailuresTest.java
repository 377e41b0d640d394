package io.ticketing.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.notification.sending.Handover.NotNow;
import io.ticketing.notification.sending.Handover.Refused;
import io.ticketing.notification.sending.Handover.Unconfirmed;
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
import org.junit.jupiter.params.provider.MethodSource;

class ReadingFailuresTest {

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureBecomesAClassOfErrorWithoutAddresses(Throwable failure, Handover handover) {
        assertThat(ReadingFailures.read(failure)).isEqualTo(handover);
    }

    @Test
    void whileAMailIsGivenAwayAMissingAnswerIsUnconfirmedAndARefusalIsNot() {
        assertThat(ReadingFailures.readUnderWay(new IOException("socket was closed")))
                .isEqualTo(new Unconfirmed("connection lost"));
        assertThat(ReadingFailures.readUnderWay(new TimeoutException())).isEqualTo(new Unconfirmed("timed out"));
        assertThat(ReadingFailures.readUnderWay(reply("sending data failed", 451)))
                .isEqualTo(new NotNow("refused for now (451)"));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(reply("recipient address not accepted", 550), new Refused("refused (550)")),
                Arguments.of(reply("recipient address not accepted", 450), new NotNow("refused for now (450)")),
                Arguments.of(reply("sending data failed", 554), new Refused("refused (554)")),
                Arguments.of(reply("sender address not accepted", 550), new NotNow("refused for now (550)")),
                Arguments.of(reply("AUTH PLAIN failed", 535), new NotNow("login refused (535)")),
                Arguments.of(reply("other response than 220", 421), new NotNow("refused for now (421)")),
                Arguments.of(new ConnectException("10.0.0.1:587"), new NotNow("connection refused")),
                Arguments.of(new UnknownHostException("smtp"), new NotNow("mail server's name not found")),
                Arguments.of(new SSLHandshakeException("no"), new NotNow("no secure connection")),
                Arguments.of(new IOException("socket was closed"), new NotNow("connection lost")),
                Arguments.of(new TimeoutException(), new NotNow("timed out")),
                Arguments.of(new NoStackTraceThrowable("STARTTLS required"), new NotNow("mail server not usable")),
                Arguments.of(new IllegalArgumentException("a@b@c"), new Refused("malformed address")));
    }

    private static SMTPException reply(String phase, int code) {
        return new SMTPException(phase, code, List.of(code + " ada@example.org"), false);
    }
}
