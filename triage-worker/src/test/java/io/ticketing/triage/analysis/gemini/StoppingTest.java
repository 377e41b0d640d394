package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.AnalysisStopped;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketText;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoppingTest {

    private final GeminiCall call = new GeminiCall(new SilentModel());

    @AfterEach
    void close() {
        call.close();
    }

    @Test
    void anInterruptedAnalysisIsNoFailureOfGemini() {
        GeminiAnalyser analyser = new GeminiAnalyser(call, config(), Clock.systemUTC(), Tables.vocabulary());
        List<AnalysisAttempt> attempts = new ArrayList<>();
        TicketText text = new TicketText("VPN", "The VPN is down.", List.of());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> analyser.analyse(text, List.of(), attempts::add))
                .isInstanceOf(AnalysisStopped.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).isEmpty();
    }

    private static GeminiConfig config() {
        Map<String, String> settings = Map.of(
                "ticketing.gemini.api-key", "a-key",
                "ticketing.gemini.model", "a-model",
                "ticketing.gemini.call-timeout", "20s");
        return new SmallRyeConfigBuilder()
                .withMapping(GeminiConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(GeminiConfig.class);
    }

    /** Never answers. */
    private static final class SilentModel implements ChatModel {
        @Override
        public ChatResponse chat(ChatRequest request) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("interrupted");
        }
    }
}
