package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder;
import io.quarkiverse.langchain4j.ModelBuilderCustomizer;
import io.quarkiverse.langchain4j.jaxrsclient.JaxRsHttpClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;

/** What the client library has no configuration key for. Repeating calls is our own business, since only we know the ticket's budget. */
@ApplicationScoped
class GeminiClientSettings implements ModelBuilderCustomizer<GoogleAiGeminiChatModelBuilder> {

    @Override
    public void customize(GoogleAiGeminiChatModelBuilder builder) {
        builder.maxRetries(0);
        builder.httpClientBuilder(new JaxRsHttpClientBuilder().addClientProvider(new AnswerFilter()));
    }
}
