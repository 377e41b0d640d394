package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class BudgetTest {

    private static final TicketText VPN = new TicketText("VPN", "The VPN is down.", List.of());

    private final List<AnalysisAttempt> attempts = new ArrayList<>();
    private final BusyModel model = new BusyModel();
    private final GeminiCall call = new GeminiCall(model);
    private String name = "";

    @BeforeEach
    void name(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName() + test.getDisplayName();
    }

    @AfterEach
    void close() {
        call.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aModelThatSaysWhenToComeBackIsLeftAloneUntilThen(int status) {
        model.busy(status, Duration.ofMillis(1500), 1);

        analyse(Clock.systemUTC(), Map.of("backoff", "1ms"));

        assertThat(attempts).hasSize(3);
        assertThat(Duration.between(attempts.get(0).at(), attempts.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1490));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aModelThatComesBackTooLateIsNotWaitedFor(int status) {
        model.busy(status, Duration.ofSeconds(70), Integer.MAX_VALUE);

        analyse(Clock.systemUTC(), Map.of("fallback-model", name + "-second"));

        assertThat(attempts).extracting(AnalysisAttempt::model).containsExactly(name, name + "-second");
        assertThat(model.calls.get()).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetForwardCostsNoTime() {
        AtomicLong hours = new AtomicLong();
        InstantSource jumping = () -> Instant.EPOCH.plus(Duration.ofHours(hours.incrementAndGet()));

        analyse(jumping.withZone(ZoneOffset.UTC), Map.of());

        assertThat(attempts).extracting(AnalysisAttempt::outcome).containsExactly("unreadable", "unreadable");
        assertThat(attempts).extracting(AnalysisAttempt::millis).allMatch(millis -> millis < 3_600_000);
    }

    private void analyse(Clock clock, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("api-key", "a-key");
        all.put("model", name);
        GeminiAnalyser analyser = new GeminiAnalyser(call, Configured.with(all), clock, Tables.vocabulary());
        assertThat(analyser.analyse(VPN, List.of(), attempts::add)).isEmpty();
    }

    /** Says so often to come back later, and then chatters. */
    private static final class BusyModel implements ChatModel {

        private final AtomicInteger calls = new AtomicInteger();
        private int status;
        private Duration delay = Duration.ZERO;
        private int times;

        void busy(int code, Duration retryAfter, int howOften) {
            status = code;
            delay = retryAfter;
            times = howOften;
        }

        @Override
        public ChatResponse chat(ChatRequest request) {
            if (calls.incrementAndGet() <= times) {
                throw new IllegalStateException(new WaitFirst(status, delay));
            }
            return ChatResponse.builder().aiMessage(AiMessage.from("chatter")).build();
        }
    }
}
