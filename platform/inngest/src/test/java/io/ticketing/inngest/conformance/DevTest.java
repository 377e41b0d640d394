package io.ticketing.inngest.conformance;

import static io.restassured.RestAssured.given;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestClient;
import io.ticketing.testing.inngest.InngestServer;
import io.ticketing.testing.quarkus.InngestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With a dev server, which has no keys. */
@QuarkusTest
@TestProfile(DevTest.Dev.class)
class DevTest {

    @Inject
    InngestClient client;

    public static final class Dev implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(InngestResource.class, Map.of("dev", "true")));
        }
    }

    @Test
    void nothingIsSignedAndAllOfItWorks() {
        InngestServer inngest = InngestResource.inngest();
        given().get("/api/inngest").then().body("mode", equalTo("dev")).body("has_signing_key", equalTo(false));
        eventually(() -> assertThat(inngest.functionIds()).contains("parcels-mishap"));

        client.send(Event.of("parcel/lost", Map.of("way", "first attempt")));

        eventually(() -> assertThat(inngest.runs("parcels-mishap"))
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo("COMPLETED")));
    }
}
