package io.ticketing.ticket.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ticketing.web.problem.FieldError;
import io.ticketing.web.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void thereMayBeNone() {
        assertThat(IdempotencyKey.of(null)).isEmpty();
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\"", "!~,;{}", "$ne"})
    void visibleAsciiIsOne(String value) {
        assertThat(IdempotencyKey.of(List.of(value))).hasValue(new IdempotencyKey(value));
    }

    @Test
    void itHas255CharactersAtMost() {
        assertThat(IdempotencyKey.of(List.of("k".repeat(255)))).isPresent();
        assertRefused(List.of("k".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\u007f", "\u00e4", "a\n", "\u0000"})
    void anythingElseIsNone(String value) {
        assertRefused(List.of(value));
    }

    @Test
    void twoAreNone() {
        assertRefused(List.of("a", "a"));
    }

    @Test
    void theSameKeyIsAnotherOneForAnotherUser() {
        IdempotencyKey key = new IdempotencyKey("k");

        assertThat(key.ofUser("ada")).isEqualTo(key.ofUser("ada")).isNotEqualTo(key.ofUser("bob"));
        assertThat(new IdempotencyKey("l").ofUser("ada")).isNotEqualTo(key.ofUser("ada"));
        assertThat(key.ofUser("ada")).matches("ada:[0-9a-f]{64}");
    }

    private static void assertRefused(List<String> headers) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> IdempotencyKey.of(headers));

        assertThat(refused.failure().status()).isEqualTo(400);
        assertThat(refused.failure().errors()).extracting(FieldError::field).containsExactly("Idempotency-Key");
    }
}
