package io.ticketing.testing.inngest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static final JsonNode EVENT = event("{\"data\":{\"id\":\"T1\",\"fn\":\"app-f\"}}");

    @Test
    void itComparesPathsAndTexts() {
        assertThat(Expression.parse("event.data.fn == 'app-f'").holds(EVENT, EVENT))
                .isTrue();
        assertThat(Expression.parse("event.data.fn == 'app-g'").holds(EVENT, EVENT))
                .isFalse();
        assertThat(Expression.parse("async.data.id == event.data.id").holds(EVENT, event("{\"data\":{\"id\":\"T1\"}}")))
                .isTrue();
        assertThat(Expression.parse("async.data.id == event.data.id && event.data.fn == \"x\"")
                        .holds(EVENT, EVENT))
                .isFalse();
        assertThat(Expression.parse("").holds(EVENT, EVENT)).isTrue();
    }

    @Test
    void whatItCannotReadItRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> Expression.parse("event.data.n > 3"));
    }

    private static JsonNode event(String json) {
        return Wire.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
