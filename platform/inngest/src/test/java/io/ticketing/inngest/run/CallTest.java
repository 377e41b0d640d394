package io.ticketing.inngest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ticketing.inngest.InngestJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"ctx\":{\"run_id\":\"01A\"}}",
                "{\"event\":{\"name\":\"a\"}}",
                "{\"ctx\":{\"run_id\":\"../01A\"},\"event\":{\"name\":\"a\"}}",
                "{\"ctx\":{\"run_id\":\"01A\"},\"event\":\"a\"}"
            })
    void whatIsNoCallIsNotRead(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsKeptAtTheServerIsPutInItsPlace() throws IOException {
        Call call = read("{\"ctx\":{\"run_id\":\"01A\",\"use_api\":true}}");

        Call whole = call.with(
                InngestJson.parse("[{\"name\":\"a\",\"id\":\"1\"}]".getBytes(StandardCharsets.UTF_8)),
                InngestJson.object().put("hash", 1));

        assertThat(call.keptAtServer()).isTrue();
        assertThat(whole.keptAtServer()).isFalse();
        assertThat(whole.events()).singleElement().satisfies(event -> assertThat(event.id())
                .isEqualTo("1"));
        assertThat(whole.remembered("hash")).isPresent();
        assertThat(whole.remembered("other")).isEmpty();
    }

    private static Call read(String body) throws IOException {
        return Call.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
