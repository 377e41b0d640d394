package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.AnalysisStopped;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class StoppingTest {

    private final GeminiCall call = new GeminiCall(new SilentModel());

    @AfterEach
    void close() {
        call.close();
    }

    @Test
    void anInterruptedAnalysisIsNoFailureOfGemini() {
        GeminiAnalyser analyser = new GeminiAnalyser(
                call,
                Configured.with(Map.of("api-key", "a-key", "model", "a-silent-model")),
                Clock.systemUTC(),
                Tables.vocabulary());
        List<AnalysisAttempt> attempts = new ArrayList<>();
        TicketText text = new TicketText("VPN", "The VPN is down.", List.of());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> analyser.analyse(text, List.of(), attempts::add))
                .isInstanceOf(AnalysisStopped.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).isEmpty();
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
