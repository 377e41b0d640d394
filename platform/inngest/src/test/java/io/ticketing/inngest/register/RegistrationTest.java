package io.ticketing.inngest.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.function.ServedFunction;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    @Test
    void itIsTheRecordedOne() throws IOException {
        FunctionConfig config = FunctionConfig.function("on-ticket-created")
                .name("On ticket created")
                .onEvent("ticket/created")
                .concurrency(5)
                .idempotency("event.data.ticketId")
                .build();
        JsonNode recorded = InngestJson.parse("""
                {"appName":"triage-worker","deployType":"ping","framework":"quarkus","sdk":"java:v0.1.0","v":"0.1",
                 "url":"http://host/api/inngest",
                 "functions":[{"id":"triage-worker-on-ticket-created","name":"On ticket created",
                   "triggers":[{"event":"ticket/created"}],
                   "concurrency":[{"limit":5}],"idempotency":"event.data.ticketId",
                   "steps":{"step":{"id":"step","name":"step","retries":{"attempts":3},
                     "runtime":{"type":"http","url":"http://host/api/inngest?fnId=triage-worker-on-ticket-created&stepId=step"}}}}]}
                """.getBytes(StandardCharsets.UTF_8));

        JsonNode registration = Registration.of(
                "triage-worker",
                URI.create("http://host/api/inngest"),
                List.of(new ServedFunction("triage-worker-on-ticket-created", config, context -> null)));

        assertThat(InngestJson.parse(InngestJson.bytes(registration))).isEqualTo(recorded);
    }

    @Test
    void conditionsAndKeysAreToldToo() {
        FunctionConfig config = FunctionConfig.function("a")
                .onEvent("b", "event.data.c == 'd'")
                .concurrency(1, "event.data.e")
                .retries(0)
                .build();

        JsonNode registration = Registration.of(
                "app", URI.create("http://host/x"), List.of(new ServedFunction("app-a", config, context -> null)));

        assertThat(registration.at("/functions/0/triggers/0/expression").asText())
                .isEqualTo("event.data.c == 'd'");
        assertThat(registration.at("/functions/0/concurrency/0/key").asText()).isEqualTo("event.data.e");
        assertThat(registration.at("/functions/0/steps/step/retries/attempts").asInt(-1))
                .isZero();
    }
}
