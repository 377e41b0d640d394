package io.ticketing.inngest.conformance;

import static io.restassured.RestAssured.given;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.SendFailedException;
import io.ticketing.inngest.signature.SigningKey;
import io.ticketing.testing.inngest.InngestFaults;
import io.ticketing.testing.inngest.InngestOptions;
import io.ticketing.testing.inngest.InngestRun;
import io.ticketing.testing.inngest.InngestServer;
import io.ticketing.testing.quarkus.InngestResource;
import io.ticketing.testing.quarkus.WithInngest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In cloud mode: against the double of the server, and the recorded exchanges byte by byte. */
@QuarkusTest
@WithInngest
class CloudTest {

    private static final String PATH = "/api/inngest";
    private static final String RECORDED = """
            {"ctx":{"attempt":0,"disable_immediate_execution":false,"env":"","fn_id":"48e5e3b5","max_attempts":4,
              "qi_id":"q","run_id":"01M81EQX1834Y7VATJK7TW190V","stack":{"current":0,"stack":[]},"step_id":"step","use_api":false},
             "event":{"data":{"way":"%1$s"},"id":"%2$s","name":"parcel/lost","ts":1795345347537,"user":{}},
             "events":[{"data":{"way":"%1$s"},"id":"%2$s","name":"parcel/lost","ts":1795345347537,"user":{}}],
             "steps":{},"use_api":false,"version":-1}
            """;

    @Inject
    InngestClient client;

    @Inject
    Depot depot;

    @ConfigProperty(name = "INNGEST_SERVE_ORIGIN")
    String origin;

    private final InngestServer inngest = InngestResource.inngest();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void itIsRegisteredFromTheStart() {
        eventually(() -> assertThat(inngest.functionIds())
                .containsExactlyInAnyOrder(
                        "parcels-journey", "parcels-double", "parcels-mishap", "parcels-mishap-failure"));
    }

    @AfterEach
    void theServerIsWell() {
        inngest.faults(InngestFaults.NONE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 0, false", "0, 0.2, false", "0, 0, true"})
    void aJourneyThroughAllKindsOfSteps(double twice, double lost, boolean keepsState) {
        inngest.faults(new InngestFaults(false, twice, lost, keepsState));

        client.send(Event.of("parcel/sent", Parcel.of(id)).withId(id));
        eventually(() -> {
            assertThat(run("parcels-journey").steps()).contains("double");
            client.send(Event.of("parcel/answered", Map.of("parcelId", "another", "answer", "wrong")));
            client.send(Event.of("parcel/answered", Map.of("parcelId", id, "answer", "thanks")));
            assertThat(run("parcels-journey").isOver()).isTrue();
        });

        InngestRun run = run("parcels-journey");
        assertThat(run.status()).isEqualTo("COMPLETED");
        assertThat(run.steps()).containsExactly("lightest", "rest", "tell", "double", "answer");
        assertThat(run.output().path("doubled").asInt()).isEqualTo(4);
        assertThat(run.output().path("answer").asText()).isEqualTo("thanks");
        assertThat(run.output().path("sentAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(depot.count("on a virtual thread: false")).isZero();
        assertThat(depot.count("in a request: false")).isZero();
    }

    @Test
    void aStepThatIsDoneIsDoneOnce() {
        client.send(Event.of("parcel/sent", Parcel.of(id)).withId(id));

        eventually(() -> assertThat(run("parcels-journey").steps()).contains("double"));
        assertThat(depot.count("weighed " + id)).isOne();
    }

    @Test
    void anEventThatComesAgainCausesNothing() {
        Event event = Event.of("parcel/sent", Parcel.of(id)).withId(id);

        List<String> first = client.send(event);
        List<String> again = client.send(event, event.withId(id + "-other"));

        assertThat(first).hasSize(1);
        assertThat(again).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(run("parcels-journey")).isNotNull();
    }

    @Test
    void whatFailsForGoodIsToldToItsHandler() {
        client.send(lost("step"));

        eventually(() -> assertThat(depot.count("failed " + id + " parcels-mishap not found"))
                .isOne());
        assertThat(depot.count("searched " + id)).isEqualTo(3);
        assertThat(run("parcels-mishap").status()).isEqualTo("FAILED");
        assertThat(run("parcels-mishap").output().path("name").asText()).isEqualTo("StepFailedException");
    }

    @Test
    void aFunctionIsTriedAgainWhenItSaysSo() {
        client.send(lost("first attempt"));

        eventually(() -> assertThat(run("parcels-mishap").status()).isEqualTo("COMPLETED"));
        assertThat(run("parcels-mishap").output().asText()).isEqualTo("found");
    }

    @Test
    void aFunctionThatSaysItIsOfNoUseIsNotTriedAgain() {
        client.send(lost("for good"));

        eventually(() ->
                assertThat(depot.count("failed " + id + " parcels-mishap gone")).isOne());
        assertThat(depot.count("tried " + id)).isOne();
    }

    @Test
    void eventsWaitForAServerThatIsAway() {
        inngest.faults(InngestFaults.AWAY);
        assertThatThrownBy(() -> client.send(lost("for good"))).isInstanceOf(SendFailedException.Unavailable.class);

        inngest.faults(InngestFaults.NONE);
        assertThat(client.send(lost("for good"))).hasSize(1);
    }

    @Test
    void theRecordedCallIsAnsweredAsRecorded() {
        signed(RECORDED.formatted("step", id))
                .queryParam("fnId", "parcels-mishap")
                .queryParam("stepId", "step")
                .post(PATH)
                .then()
                .statusCode(206)
                .header("x-inngest-sdk", "java:v0.1.0")
                .header("x-inngest-req-version", "2")
                .header("x-inngest-no-retry", "false")
                .contentType("application/json")
                .body("size()", equalTo(1))
                .body("[0].id", equalTo("3559d7accf00360971961ca18989adc0614089c0"))
                .body("[0].name", equalTo("search"))
                .body("[0].op", equalTo("StepError"))
                .body("[0].error.name", equalTo("IllegalStateException"));
    }

    @Test
    void aCallThatIsNotSignedDoesNothing() {
        for (String method : List.of("POST", "PUT")) {
            given().header("X-Inngest-Server-Kind", "dev")
                    .body(RECORDED.formatted("step", id))
                    .queryParam("fnId", "parcels-mishap")
                    .request(method, PATH)
                    .then()
                    .statusCode(401)
                    .header("x-inngest-sdk", "java:v0.1.0");
        }

        signed(RECORDED.formatted("step", id))
                .body(RECORDED.formatted("step", id) + " ")
                .queryParam("fnId", "parcels-mishap")
                .post(PATH)
                .then()
                .statusCode(401);
        assertThat(depot.count("tried " + id)).isZero();
    }

    @Test
    void aFunctionThatIsNotHereMayBeHereLater() {
        signed(RECORDED.formatted("step", id))
                .queryParam("fnId", "parcels-other")
                .post(PATH)
                .then()
                .statusCode(500)
                .header("x-inngest-no-retry", "false");
    }

    @Test
    void aCallThatIsNoneIsRefused() {
        signed("{}").queryParam("fnId", "parcels-mishap").post(PATH).then().statusCode(500);
        signed("n".repeat(101 * 1024))
                .queryParam("fnId", "parcels-mishap")
                .post(PATH)
                .then()
                .statusCode(413)
                .body("message", equalTo("The call is larger than 102400 bytes"));
        given().delete(PATH).then().statusCode(405).header("Allow", "GET, POST, PUT");
    }

    @Test
    void itRegistersWhenAskedAndUnderItsOwnAddress() throws Exception {
        signed("{\"url\":\"http://evil.test/api/inngest\"}")
                .header("Host", "evil.test")
                .put(PATH)
                .then()
                .statusCode(200)
                .body("message", equalTo("Successfully registered"))
                .body("modified", equalTo(false));

        assertThat(inngest.sync(URI.create(origin + PATH))).isEqualTo(200);
        assertThat(inngest.apps()).singleElement().satisfies(app -> {
            assertThat(app.path("url").asText()).isEqualTo(origin + PATH);
            assertThat(app.toString()).doesNotContain("evil");
        });
    }

    @Test
    void askedToRegisterWhileTheServerIsAwayItSaysSo() {
        inngest.faults(InngestFaults.AWAY);

        signed("{}").put(PATH).then().statusCode(500).body("message", equalTo("The Inngest server answered 503 away"));
    }

    @Test
    void littleIsToldToAnybodyAndMoreToTheServer() {
        given().get(PATH)
                .then()
                .statusCode(200)
                .body("authentication_succeeded", nullValue())
                .body("function_count", equalTo(4))
                .body("has_event_key", equalTo(true))
                .body("has_signing_key", equalTo(true))
                .body("mode", equalTo("cloud"))
                .body("schema_version", equalTo("2024-05-24"))
                .body("$", not(hasKey("app_id")));
        given().header("X-Inngest-Signature", "t=1&s=00")
                .get(PATH)
                .then()
                .body("authentication_succeeded", equalTo(false))
                .body("$", not(hasKey("app_id")));

        String told = signed("")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("authentication_succeeded", equalTo(true))
                .body("app_id", equalTo("parcels"))
                .body("serve_origin", equalTo(origin))
                .body("serve_path", equalTo(PATH))
                .body("sdk_language", equalTo("java"))
                .body("sdk_version", equalTo("v0.1.0"))
                .extract()
                .asString();
        assertThat(told).doesNotContain(InngestOptions.EVENT_KEY).doesNotContain(InngestOptions.SIGNING_KEY);
    }

    private Event lost(String way) {
        return Event.of("parcel/lost", Map.of("way", way)).withId(id);
    }

    private InngestRun run(String functionId) {
        List<InngestRun> runs = inngest.runs(functionId).stream()
                .filter(run -> run.eventId().startsWith(id))
                .toList();
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    private static RequestSpecification signed(String body) {
        long now = Instant.now().getEpochSecond();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature =
                SigningKey.parse(InngestOptions.SIGNING_KEY).orElseThrow().sign(bytes, now);
        RequestSpecification request = given().header("X-Inngest-Signature", "t=" + now + "&s=" + signature);
        return body.isEmpty() ? request : request.body(bytes);
    }
}
