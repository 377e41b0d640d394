package io.ticketing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.testing.http.ServiceApi;
import org.junit.jupiter.api.Test;

/** This service itself keeps out whoever has not completed onboarding, whatever stands before it. */
@NotificationTest
class OnboardingGateTest {

    @Test
    void everyRouteIsForWhoIsOnboarded() {
        ServiceApi newcomer = ServiceApi.asNewcomer("admin");

        assertThat(newcomer.publicRoutes())
                .containsExactlyInAnyOrder(
                        "GET /api/v1/notifications/deliveries",
                        "GET /api/v1/notifications/dead-letters",
                        "POST /api/v1/notifications/dead-letters/{id}/replay");
        assertThat(newcomer.routesOpenBeforeOnboarding()).isEmpty();
    }
}
