package io.ticketing.auth.forgotten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.ticketing.auth.Mailbox;
import io.ticketing.auth.Person;
import io.ticketing.auth.Place;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.web.link.LinkTokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class ForgottenPasswordTest {

    private static final String NEW_PASSWORD = "another long password";

    private final Person ada = Person.unknown();
    private final Place here = Place.unknown();
    private final ForgottenPasswords requests;
    private final MailingResetLink mailing;
    private final LinkTokens tokens;
    private final MongoClient mongo;

    ForgottenPasswordTest(ForgottenPasswords requests, MailingResetLink mailing, LinkTokens tokens, MongoClient mongo) {
        this.requests = requests;
        this.mailing = mailing;
        this.tokens = tokens;
        this.mongo = mongo;
    }

    @Test
    void theAnswerIsTheSameWhetherThereIsSuchAnAccountOrNot() {
        // Given
        ada.registered();

        // When
        List<Response> known = forget(6, ada.email());
        List<Response> unknown = forget(6, Person.unknown().email());

        // Then
        assertThat(known).extracting(Response::statusCode).containsExactly(202, 202, 202, 202, 202, 429);
        assertThat(Integer.parseInt(known.getLast().header("Retry-After"))).isBetween(1, 60 * 60);
        for (int i = 0; i < 6; i++) {
            assertThat(unknown.get(i).statusCode()).isEqualTo(known.get(i).statusCode());
            assertThat(withoutTrace(unknown.get(i))).isEqualTo(withoutTrace(known.get(i)));
        }
        Eventually.eventually(() -> assertThat(waiting(ada.email())).isZero());
    }

    @Test
    void theMailedLinkSetsANewPasswordOnceAndEndsAllTokens() throws Exception {
        // Given
        Response registered = ada.register();
        String id = registered.path("user.id");
        forget(ada.email().toUpperCase(Locale.ROOT)).then().statusCode(202);
        String link = new Mailbox(tokens).reset(id, 1);

        // When
        List<Integer> statuses = AtOnce.run(20, () -> reset(link, NEW_PASSWORD).statusCode());

        // Then
        assertThat(statuses).containsOnly(200, 400).containsOnlyOnce(200);
        Person.get(registered.path("token"), "/api/v1/auth/me").then().statusCode(401);
        ada.login().then().statusCode(401);
        renewed().login().then().statusCode(200);
        assertThat(stored()).containsEntry("emailProven", true);
        assertThat(recorded(id)).contains("PASSWORD_RESET_REQUESTED", "PASSWORD_RESET");
    }

    @Test
    void aNewerLinkEndsTheOneBefore() throws Exception {
        // Given
        String id = ada.register().path("user.id");
        forget(ada.email()).then().statusCode(202);
        String first = new Mailbox(tokens).reset(id, 1);
        forget(ada.email()).then().statusCode(202);
        String second = new Mailbox(tokens).reset(id, 2);

        // Then
        reset(first, NEW_PASSWORD).then().statusCode(400).body("errors.field", is(List.of("token")));
        reset(second, NEW_PASSWORD).then().statusCode(200);
    }

    @Test
    void anExpiredLinkSetsNothing() throws Exception {
        // Given
        String id = ada.register().path("user.id");
        forget(ada.email()).then().statusCode(202);
        String link = new Mailbox(tokens).reset(id, 1);
        users("passwordReset.expiresAt", new Date());

        // When
        Response answer = reset(link, NEW_PASSWORD);

        // Then
        answer.then().statusCode(400).body("errors.field", is(List.of("token")));
        ada.login().then().statusCode(200);
    }

    @Test
    void aCommonPasswordIsRefusedAndTheLinkStillWorks() throws Exception {
        // Given
        String id = ada.register().path("user.id");
        forget(ada.email()).then().statusCode(202);
        String link = new Mailbox(tokens).reset(id, 1);

        // When
        Response weak = reset(link, "iloveyou");

        // Then
        weak.then().statusCode(400).body("errors.field", is(List.of("password")));
        reset(link, NEW_PASSWORD).then().statusCode(200);
    }

    @Test
    void whoeverHasOnlyGoogleSetsAFirstPasswordByTheLink() throws Exception {
        // Given
        String id = ada.register().path("user.id");
        database().getCollection("users").updateOne(Filters.eq("_id", id), Updates.unset("passwordHash"));
        forget(ada.email()).then().statusCode(202);

        // When
        Response answer = reset(new Mailbox(tokens).reset(id, 1), NEW_PASSWORD);

        // Then
        answer.then().statusCode(200);
        renewed().login().then().statusCode(200);
    }

    @Test
    void whoeverProvedTheMailboxIsLetInHoweverManyOthersFailedHere() throws Exception {
        // Given
        String id = ada.register().path("user.id");
        Person wrong = new Person(ada.username(), ada.email(), "another password");
        for (int i = 0; i < 11; i++) {
            here.login(wrong);
        }
        here.login(ada).then().statusCode(429);
        forget(ada.email()).then().statusCode(202);

        // When
        reset(new Mailbox(tokens).reset(id, 1), NEW_PASSWORD).then().statusCode(200);

        // Then
        here.login(renewed()).then().statusCode(200);
    }

    @Test
    void whoeverCameInBeforeHasNoPlaceOfHisOwnAnyMore() throws Exception {
        // Given
        String id = ada.register().path("user.id");
        Place elsewhere = Place.unknown();
        elsewhere.login(ada).then().statusCode(200);
        forget(ada.email()).then().statusCode(202);

        // When
        reset(new Mailbox(tokens).reset(id, 1), NEW_PASSWORD).then().statusCode(200);

        // Then
        for (int i = 0; i < 11; i++) {
            elsewhere.login(ada);
        }
        elsewhere.login(renewed()).then().statusCode(429);
    }

    @Test
    void aDeactivatedAccountGetsNoLink() {
        // Given
        String id = ada.register().path("user.id");
        users("status", "INACTIVE");

        // When
        forget(ada.email()).then().statusCode(202);

        // Then
        Eventually.eventually(() -> assertThat(waiting(ada.email())).isZero());
        assertThat(new Mailbox(tokens).resets(id)).isZero();
        assertThat(stored()).doesNotContainKey("passwordReset");
    }

    @Test
    void whatADeadProcessLeftBehindIsWorkedOff() throws Exception {
        // Given
        String id = ada.register().path("user.id");

        // When
        leaveBehind(UUID.randomUUID().toString());

        // Then
        reset(new Mailbox(tokens).reset(id, 1), NEW_PASSWORD).then().statusCode(200);
        Eventually.eventually(() -> assertThat(waiting(ada.email())).isZero());
    }

    @Test
    void ofManyWhoWorkOneRequestOffAtOnceOneMailsTheLink() throws Exception {
        // Given
        String id = ada.register().path("user.id");
        ForgottenPassword request = request(Instant.now());
        requests.add(request);

        // When
        AtOnce.run(8, () -> {
            mailing.workOff(request);
            return true;
        });

        // Then
        reset(new Mailbox(tokens).reset(id, 1), NEW_PASSWORD).then().statusCode(200);
        assertThat(new Mailbox(tokens).resets(id)).isEqualTo(1);
        assertThat(waiting(ada.email())).isZero();
    }

    @Test
    void aLinkThatWasUsedIsNotArmedAgainByWhoeverStillHasItsRequestInHand() throws Exception {
        // Given
        String id = ada.register().path("user.id");
        ForgottenPassword request = request(Instant.now());
        requests.add(request);
        mailing.workOff(request);
        String link = new Mailbox(tokens).reset(id, 1);
        reset(link, NEW_PASSWORD).then().statusCode(200);

        // When
        mailing.workOff(request);

        // Then
        reset(link, "a third long password").then().statusCode(400);
        renewed().login().then().statusCode(200);
        assertThat(new Mailbox(tokens).resets(id)).isEqualTo(1);
    }

    @Test
    void aLinkIsGoodForAnHourFromTheRequestOnHoweverLateItIsMailed() {
        // Given
        ada.registered();
        ForgottenPassword late = request(Instant.now().minus(30, ChronoUnit.MINUTES));
        ForgottenPassword tooLate = request(Instant.now().minus(61, ChronoUnit.MINUTES));
        requests.add(late);
        requests.add(tooLate);

        // When
        mailing.workOff(late);
        mailing.workOff(tooLate);

        // Then
        assertThat(stored().get("passwordReset", Document.class).getDate("expiresAt"))
                .isEqualTo(Date.from(late.requestedAt().plus(1, ChronoUnit.HOURS)));
        assertThat(waiting(ada.email())).isZero();
    }

    @Test
    void ofAChangeAndAResetAtOnceOneCounts() throws Exception {
        // Given
        Response registered = ada.register();
        forget(ada.email()).then().statusCode(202);
        String link = new Mailbox(tokens).reset(registered.path("user.id"), 1);
        String token = registered.path("token");
        Map<String, String> change = Map.of("password", "a third long password", "currentPassword", ada.password());

        // When
        List<Integer> statuses = AtOnce.run(2, new java.util.concurrent.Callable<>() {
            private final java.util.concurrent.atomic.AtomicInteger turn =
                    new java.util.concurrent.atomic.AtomicInteger();

            @Override
            public Integer call() {
                return turn.getAndIncrement() == 0
                        ? reset(link, NEW_PASSWORD).statusCode()
                        : here.json(change)
                                .auth()
                                .oauth2(token)
                                .post("/api/v1/auth/update-account")
                                .statusCode();
            }
        });

        // Then
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        int third = new Person(ada.username(), ada.email(), "a third long password")
                .login()
                .statusCode();
        assertThat(List.of(renewed().login().statusCode(), third)).containsExactlyInAnyOrder(200, 401);
        assertThat(stored()).doesNotContainKey("passwordReset");
    }

    private MongoDatabase database() {
        return mongo.getDatabase("auth");
    }

    private ForgottenPassword request(Instant at) {
        return new ForgottenPassword(
                UUID.randomUUID().toString(), ada.email(), null, at.truncatedTo(ChronoUnit.MILLIS));
    }

    private void leaveBehind(String request) {
        Date past = new Date(System.currentTimeMillis() - 60_000);
        database()
                .getCollection("forgotten-passwords")
                .insertOne(new Document("_id", request)
                        .append("email", ada.email())
                        .append("requestedAt", past)
                        .append("leasedUntil", past));
    }

    private long waiting(String email) {
        return database().getCollection("forgotten-passwords").countDocuments(Filters.eq("email", email));
    }

    private void users(String field, Object value) {
        database().getCollection("users").updateOne(Filters.eq("email", ada.email()), Updates.set(field, value));
    }

    private Document stored() {
        return database()
                .getCollection("users")
                .find(Filters.eq("email", ada.email()))
                .first();
    }

    private List<String> recorded(String id) {
        return database()
                .getCollection("audit")
                .find(Filters.eq("subjectId", id))
                .map(entry -> entry.getString("action"))
                .into(new java.util.ArrayList<>());
    }

    private Person renewed() {
        return new Person(ada.username(), ada.email(), NEW_PASSWORD);
    }

    private Response forget(String email) {
        return here.json(Map.of("email", email)).post("/api/v1/auth/forgot-password");
    }

    private List<Response> forget(int times, String email) {
        return Stream.generate(() -> forget(email)).limit(times).toList();
    }

    private Response reset(String token, String password) {
        return here.json(Map.of("token", token, "password", password)).post("/api/v1/auth/reset-password");
    }

    private static Map<String, Object> withoutTrace(Response answer) {
        Map<String, Object> body = JsonPath.from(answer.asString()).getMap("$");
        body.remove("traceId");
        return body;
    }
}
