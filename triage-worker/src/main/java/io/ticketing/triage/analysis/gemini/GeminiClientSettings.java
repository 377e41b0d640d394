package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder;
import io.quarkiverse.langchain4j.ModelBuilderCustomizer;
import io.quarkiverse.langchain4j.jaxrsclient.JaxRsHttpClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What the client library has no configuration key for. Repeating calls is our own business, since only we know the ticket's budget. */
@ApplicationScoped
class GeminiClientSettings implements ModelBuilderCustomizer<GoogleAiGeminiChatModelBuilder> {

    private final GeminiConfig config;
    private final Clock clock;

    GeminiClientSettings(GeminiConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void customize(GoogleAiGeminiChatModelBuilder builder) {
        int calls = config.callsAtOnce() * ModelNames.of(config).size();
        builder.maxRetries(0);
        builder.httpClientBuilder(new JaxRsHttpClientBuilder().addClientProvider(new GeminiConnections(calls, clock)));
    }
}
