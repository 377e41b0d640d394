package io.ticketing.triage.analysis.gemini;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.time.Clock;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** What Gemini is called over: as many connections as there may be calls under way, to all models together, since they are one host. */
final class GeminiConnections implements Feature {

    private final int calls;
    private final Clock clock;

    GeminiConnections(int calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public boolean configure(FeatureContext client) {
        client.property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, calls)
                .register(new CallConnection.Filter())
                .register(new AnswerFilter(clock));
        return true;
    }
}
