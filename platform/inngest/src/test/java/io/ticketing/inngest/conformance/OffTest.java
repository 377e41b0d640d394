package io.ticketing.inngest.conformance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestClient;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Switched off, and without any key. */
@QuarkusTest
@TestProfile(OffTest.Off.class)
class OffTest {

    @Inject
    InngestClient client;

    public static final class Off implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("inngest.enabled", "false");
        }
    }

    @Test
    void nothingIsServedAndNothingIsSent() {
        given().get("/api/inngest").then().statusCode(404);
        given().body("{}").post("/api/inngest").then().statusCode(404);
        assertThat(client.isEnabled()).isFalse();
        assertThatThrownBy(() -> client.send(Event.of("parcel/lost", Map.of())))
                .isInstanceOf(IllegalStateException.class);
    }
}
