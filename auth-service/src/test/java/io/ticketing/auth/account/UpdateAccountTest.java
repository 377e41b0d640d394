package io.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.Place;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithMongo
@WithKafka
class UpdateAccountTest {

    private static final String UPDATE = "/api/v1/auth/update-account";

    private final Place here = Place.unknown();
    private final Person ada = Person.unknown();
    private final MongoClient mongo;

    UpdateAccountTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @Test
    void whatIsSentChangesAndTheRestStays() {
        // Given
        String token = ada.registered();
        update(token, Map.of("bio", "I mend\nnetworks.", "skills", List.of("java")))
                .then()
                .statusCode(200);

        // When
        Response answer = update(token, Map.of("username", ada.username() + "-2", "location", "London"));

        // Then
        answer.then()
                .statusCode(200)
                .body("success", is(true))
                .body("statusCode", is(200))
                .body("data", equalTo(answer.path("user")))
                .body("user.username", is(ada.username() + "-2"))
                .body("user.location", is("London"))
                .body("user.bio", is("I mend\nnetworks."))
                .body("user.skills", is(List.of("java")))
                .body("$", not(hasKey("token")));
        Person.get(token, "/api/v1/auth/me").then().body("user", equalTo(answer.path("user")));
        assertThat(recorded(answer.path("user.id"), "ACCOUNT_UPDATED")).hasSize(2);
    }

    @Test
    void blankClears() {
        // Given
        String token = ada.registered();
        update(token, Map.of("location", "London", "bio", "I mend networks."))
                .then()
                .statusCode(200);

        // When
        Response answer = update(token, Map.of("location", "", "bio", " \u00a0 "));

        // Then
        answer.then().statusCode(200).body("user.location", nullValue()).body("user.bio", nullValue());
    }

    @Test
    void nothingToChangeChangesNothing() {
        // Given
        String token = ada.registered();
        Document before = stored();

        // When
        Response answer = update(token, Map.of("username", ada.username()));

        // Then
        answer.then().statusCode(200).body("user.username", is(ada.username()));
        update(token, Map.of()).then().statusCode(200);
        assertThat(stored().get("version")).isEqualTo(before.get("version"));
    }

    @Test
    void whatOnlyOthersMayChangeIsIgnored() {
        // Given
        String token = ada.registered();
        Map<String, Object> body = new HashMap<>(Map.of(
                "role", "admin", "status", "inactive", "_id", "000000000000000000000001", "email", "eve@example.org"));
        body.putAll(Map.of("passwordHash", "x", "emailProven", true, "capacity", 99, "requestedRole", "admin"));

        // When
        Response answer = update(token, body);

        // Then
        answer.then()
                .statusCode(200)
                .body("user.role", is("student"))
                .body("user.status", is("active"))
                .body("user.email", is(ada.email()))
                .body("user.requestedRole", nullValue());
        assertThat(stored()).containsEntry("emailProven", false).containsEntry("capacity", 10);
        here.login(ada).then().statusCode(200);
    }

    @Test
    void aNameOfSomebodyElseIsTakenHoweverItIsTyped() {
        // Given
        Person eve = Person.unknown();
        eve.registered();

        // When
        Response answer =
                update(ada.registered(), Map.of("username", eve.username().toUpperCase(Locale.ROOT)));

        // Then
        answer.then().statusCode(409).body("errors.field", is(List.of("username")));
    }

    @Test
    void nobodyTriesNamesAtWill() {
        // Given
        Person eve = Person.unknown();
        eve.registered();
        String token = ada.registered();
        for (int i = 0; i < 19; i++) {
            update(token, Map.of("username", eve.username())).then().statusCode(409);
        }
        update(token, Map.of("username", ada.username() + "-2")).then().statusCode(200);

        // When
        Response taken = update(token, Map.of("username", eve.username()));
        Response free = update(token, Map.of("username", Person.unknown().username()));

        // Then
        taken.then().statusCode(429);
        free.then().statusCode(429);
        assertThat(Integer.parseInt(free.header("Retry-After"))).isBetween(1, 60 * 60);
        update(token, Map.of("username", ada.username() + "-2", "bio", "I mend networks."))
                .then()
                .statusCode(200);
    }

    @Test
    void staffSayWhenTheyAreAway() {
        // Given
        String token = ada.registered();
        users().updateOne(Filters.eq("email", ada.email()), Updates.set("role", "MODERATOR"));
        String tomorrow = Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        // When
        Response away = update(token, Map.of("availability", Map.of("awayUntil", tomorrow)));
        Response stillAway = update(token, Map.of("location", "London"));
        Response back = update(token, Collections.singletonMap("availability", null));

        // Then
        String shown = tomorrow.replace("Z", ".000Z");
        away.then().statusCode(200).body("user.availability.awayUntil", is(shown));
        stillAway.then().statusCode(200).body("user.availability.awayUntil", is(shown));
        back.then().statusCode(200).body("user.availability", nullValue());
    }

    @Test
    void staffSayWhenTheyWorkAndWhatIsNotSentStays() {
        // Given
        String token = ada.registered();
        users().updateOne(Filters.eq("email", ada.email()), Updates.set("role", "MODERATOR"));
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        Map<String, Object> week = Map.of(
                "zone",
                "Europe/Berlin",
                "hours",
                List.of(
                        Map.of("day", "monday", "from", "09:00", "to", "12:00"),
                        Map.of("day", "friday", "from", "18:00", "to", "24:00")));

        // When
        Response working = update(token, Map.of("availability", Map.of("workingHours", week)));
        Response away = update(token, Map.of("availability", Map.of("awayUntil", tomorrow)));
        Response there = update(token, Map.of("availability", Collections.singletonMap("awayUntil", null)));
        Response always = update(token, Map.of("availability", Collections.singletonMap("workingHours", null)));

        // Then
        working.then()
                .statusCode(200)
                .body("user.availability.awayUntil", nullValue())
                .body("user.availability.workingHours", is(week));
        away.then()
                .statusCode(200)
                .body("user.availability.awayUntil", notNullValue())
                .body("user.availability.workingHours", is(week));
        there.then()
                .statusCode(200)
                .body("user.availability.awayUntil", nullValue())
                .body("user.availability.workingHours", is(week));
        always.then().statusCode(200).body("user.availability", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "monday, 9:00, 17:00, hours[0].from",
        "monday, 09:00, 24:01, hours[0].to",
        "monday, 17:00, 09:00, hours[0].to",
        "Monday, 09:00, 17:00, hours[0].day"
    })
    void aWrongHourIsNamed(String day, String from, String to, String field) {
        // Given
        String token = ada.registered();
        users().updateOne(Filters.eq("email", ada.email()), Updates.set("role", "MODERATOR"));
        Map<String, Object> week = Map.of("zone", "UTC", "hours", List.of(Map.of("day", day, "from", from, "to", to)));

        // When
        Response answer = update(token, Map.of("availability", Map.of("workingHours", week)));

        // Then
        answer.then().statusCode(400).body("errors.field", is(List.of("availability.workingHours." + field)));
    }

    @Test
    void othersHaveNoAvailability() {
        update(ada.registered(), Collections.singletonMap("availability", null))
                .then()
                .statusCode(403);
    }

    @Test
    void ofManyChangesAtOnceNoneIsLost() {
        // Given
        String token = ada.registered();

        // When
        List<Integer> statuses = AtOnce.run(
                10,
                () -> update(token, Map.of("bio", Person.unknown().username())).statusCode());

        // Then
        assertThat(statuses).containsOnly(200);
        assertThat(stored()).containsEntry("version", 11L);
    }

    private MongoCollection<Document> users() {
        return mongo.getDatabase("auth").getCollection("users");
    }

    private MongoCollection<Document> audit() {
        return mongo.getDatabase("auth").getCollection("audit");
    }

    private Response update(String token, Map<String, ?> body) {
        return here.json(body).auth().oauth2(token).post(UPDATE);
    }

    private Document stored() {
        return users().find(Filters.eq("email", ada.email())).first();
    }

    private List<Document> recorded(String id, String action) {
        return audit().find(Filters.and(Filters.eq("subjectId", id), Filters.eq("action", action)))
                .into(new ArrayList<>());
    }
}
