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
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class StoppingTest {

    /** Seconds. */
    private static final long PATIENCE = 60;

    private static final TicketText TEXT = new TicketText("VPN", "The VPN is down.", List.of());

    private final SilentModel model = new SilentModel();
    private final GeminiCall call = new GeminiCall(model);
    private final List<AnalysisAttempt> attempts = new ArrayList<>();

    @AfterEach
    void close() {
        call.close();
    }

    @Test
    void anInterruptedAnalysisIsNoFailureOfGemini() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::analyse).isInstanceOf(AnalysisStopped.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).isEmpty();
    }

    @Test
    void norIsOneThatIsInterruptedWhileGeminiIsAsked() throws Exception {
        FutureTask<Boolean> analysis = new FutureTask<>(() -> {
            assertThatThrownBy(this::analyse).isInstanceOf(AnalysisStopped.class);
            return Thread.currentThread().isInterrupted();
        });
        Thread analysing = Thread.ofVirtual().start(analysis);
        assertThat(model.asked.await(PATIENCE, TimeUnit.SECONDS)).isTrue();

        analysing.interrupt();

        assertThat(analysis.get(PATIENCE, TimeUnit.SECONDS))
                .as("is still interrupted")
                .isTrue();
        assertThat(attempts).isEmpty();
        assertThat(model.givenUp.await(PATIENCE, TimeUnit.SECONDS))
                .as("the call has ended too")
                .isTrue();
    }

    private void analyse() {
        new GeminiAnalyser(
                        call,
                        Configured.with(Map.of("api-key", "a-key", "model", "a-silent-model")),
                        Clock.systemUTC(),
                        Tables.vocabulary())
                .analyse(TEXT, List.of(), attempts::add);
    }

    /** Never answers. */
    private static final class SilentModel implements ChatModel {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch givenUp = new CountDownLatch(1);

        @Override
        public ChatResponse chat(ChatRequest request) {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                givenUp.countDown();
            }
            throw new IllegalStateException("interrupted");
        }
    }
}
