package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithoutKeyTest {

    @Test
    void withoutAKeyNobodyIsAsked() {
        ChatModel model = new ChatModel() {
            @Override
            public ChatResponse chat(ChatRequest request) {
                throw new AssertionError("asked without a key");
            }
        };
        GeminiCall call = new GeminiCall(model);
        GeminiAnalyser analyser =
                new GeminiAnalyser(call, Configured.with(Map.of()), Clock.systemUTC(), Tables.vocabulary());
        List<AnalysisAttempt> attempts = new ArrayList<>();

        assertThat(analyser.analyse(new TicketText("a", "b", List.of()), List.of(), attempts::add))
                .isEmpty();

        assertThat(attempts).isEmpty();
        call.close();
    }
}
