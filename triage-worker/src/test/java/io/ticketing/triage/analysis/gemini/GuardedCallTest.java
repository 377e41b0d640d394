package io.ticketing.triage.analysis.gemini;

import static io.ticketing.testing.Eventually.eventually;
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
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class GuardedCallTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ChatRequest REQUEST = new GeminiPrompt(Tables.vocabulary(), "Skills: {skills}")
            .of("a-held-model", new TicketText("VPN", "It is down.", List.of()), List.of());

    private final HeldModel model = new HeldModel();
    private final GeminiCall call = new GeminiCall(model);
    private final GuardedCall guarded =
            new GuardedCall("a-held-model", call, Configured.with(Map.of("calls-at-once", "1")));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.shutdownNow();
        call.close();
    }

    @Test
    void aCallThatFindsNoPlaceWaitsForOne() throws Exception {
        Future<GeminiOutcome> first = threads.submit(() -> make(LONG));
        eventually(() -> assertThat(model.calls.get()).isEqualTo(1));
        Future<GeminiOutcome> second = threads.submit(() -> make(LONG));

        GeminiOutcome impatient = make(Duration.ofMillis(50));
        model.release.countDown();

        assertThat(impatient).isEqualTo(new GeminiOutcome.Crowded());
        assertThat(first.get()).isEqualTo(new GeminiOutcome.Unreadable());
        assertThat(second.get()).isEqualTo(new GeminiOutcome.Unreadable());
        assertThat(model.calls.get()).isEqualTo(2);
    }

    private GeminiOutcome make(Duration patience) throws InterruptedException {
        return guarded.make(REQUEST, patience, said -> new GeminiOutcome.Unreadable());
    }

    /** Answers when it is released. */
    private static final class HeldModel implements ChatModel {

        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch release = new CountDownLatch(1);

        @Override
        public ChatResponse chat(ChatRequest request) {
            calls.incrementAndGet();
            try {
                release.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return ChatResponse.builder().aiMessage(AiMessage.from("chatter")).build();
        }
    }
}
