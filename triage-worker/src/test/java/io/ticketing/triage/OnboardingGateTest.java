package io.ticketing.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.http.ServiceApi;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import org.junit.jupiter.api.Test;

/** This service itself keeps out whoever has not completed onboarding, whatever stands before it. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class OnboardingGateTest {

    @Test
    void everyRouteIsForWhoIsOnboarded() {
        ServiceApi newcomer = ServiceApi.asNewcomer("admin");

        assertThat(newcomer.publicRoutes())
                .contains("GET /api/v1/triage/dead-letters", "POST /api/v1/triage/dead-letters/{id}/replay");
        assertThat(newcomer.routesOpenBeforeOnboarding()).isEmpty();
    }
}
