package io.ticketing.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.Place;
import io.ticketing.auth.user.Users;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class SignInThrottleTest {

    private static final int ALLOWED = 10;
    /** Twice as many as may, and few enough that the hashing of all their passwords is waited for on a slow machine too. */
    private static final int MANY = 2 * ALLOWED;

    private final Users users;
    private final MongoClient mongo;

    SignInThrottleTest(MongoClient mongo, Users users) {
        this.mongo = mongo;
        this.users = users;
    }

    @Test
    void tooManyAreToldWhenToComeBackWhetherThereIsSuchAnAccountOrNot() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Place here = Place.unknown();

        // When
        List<Response> known = fail(ALLOWED + 1, here, ada);
        List<Response> unknown = fail(ALLOWED + 1, here, Person.unknown());

        // Then
        assertThat(known.subList(0, ALLOWED)).allMatch(answer -> answer.statusCode() == 401);
        assertThat(known.getLast().statusCode()).isEqualTo(429);
        assertThat(known.getLast().contentType()).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(known.getLast().header("Retry-After"))).isBetween(1, 15 * 60);
        for (int i = 0; i <= ALLOWED; i++) {
            assertThat(withoutTrace(unknown.get(i))).isEqualTo(withoutTrace(known.get(i)));
            assertThat(headers(unknown.get(i))).isEqualTo(headers(known.get(i)));
        }
    }

    @Test
    void ofManyAtOnceNoneSlipsThrough() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Place here = Place.unknown();

        // When
        List<Integer> statuses = AtOnce.run(MANY, () -> here.login(wrongly(ada)).statusCode());

        // Then
        assertThat(Collections.frequency(statuses, 401)).isEqualTo(ALLOWED);
        assertThat(Collections.frequency(statuses, 429)).isEqualTo(MANY - ALLOWED);
    }

    @Test
    void theRightPasswordIsRefusedLikeAWrongOneWhereTooManyFailed() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Place here = Place.unknown();
        List<Response> wrong = fail(ALLOWED + 1, here, ada);

        // When
        Response right = here.login(ada);

        // Then
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(withoutTrace(right)).isEqualTo(withoutTrace(wrong.getLast()));
    }

    @Test
    void theOwnerIsLetInFromWhereHeWasBeforeWhateverOthersDo() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Place home = Place.unknown();
        home.login(ada).then().statusCode(200);

        // When
        fail(ALLOWED + 5, Place.unknown(), ada);
        fail(ALLOWED + 5, home, ada);

        // Then
        home.login(ada).then().statusCode(200);
        Place.unknown().login(ada).then().statusCode(200);
    }

    @Test
    void whereTheAccountWasMadeItsOwnerIsLetIn() {
        // Given
        Person ada = Person.unknown();
        Place home = Place.unknown();
        home.register(ada).then().statusCode(201);

        // When
        fail(ALLOWED + 5, home, ada);

        // Then
        home.login(ada).then().statusCode(200);
    }

    @Test
    void aSuccessBeginsAnew() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Place here = Place.unknown();
        fail(ALLOWED - 1, here, ada);
        here.login(ada).then().statusCode(200);

        // When
        List<Response> answers = fail(ALLOWED + 1, here, ada);

        // Then
        assertThat(answers.subList(0, ALLOWED)).allMatch(answer -> answer.statusCode() == 401);
        assertThat(answers.getLast().statusCode()).isEqualTo(429);
    }

    @Test
    void countingBeginsAnewWhenTheWindowIsOver() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Place here = Place.unknown();
        fail(ALLOWED + 1, here, ada);

        // When
        database().getCollection("tallies").updateMany(new Document(), Updates.set("endsAt", new Date()));

        // Then
        here.login(wrongly(ada)).then().statusCode(401);
        here.login(ada).then().statusCode(200);
    }

    @Test
    void addressesOfOneIpv6NetworkAreOne() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        String network = "2001:db8:" + Integer.toHexString(ada.hashCode() & 0xffff) + ":1::";
        IntStream.range(0, ALLOWED)
                .forEach(i -> new Place(network + i).login(wrongly(ada)).then().statusCode(401));

        // Then
        new Place(network + "ffff").login(wrongly(ada)).then().statusCode(429);
    }

    @Test
    void itIsRecordedOnceAndByIdAlone() {
        // Given
        Person ada = Person.unknown();
        String id = ada.register().path("user.id");
        Place here = Place.unknown();

        // When
        fail(ALLOWED + 4, here, ada);
        Place.unknown().login(ada).then().statusCode(200);

        // Then
        List<Document> recorded = database()
                .getCollection("audit")
                .find(Filters.eq("subjectId", id))
                .into(new java.util.ArrayList<>());
        assertThat(recorded)
                .extracting(entry -> entry.getString("action"))
                .containsExactlyInAnyOrder("REGISTERED", "SIGN_IN_THROTTLED", "SIGNED_IN");
        assertThat(recorded)
                .filteredOn(entry -> entry.getString("action").equals("SIGN_IN_THROTTLED"))
                .allSatisfy(entry -> {
                    assertThat(entry.getString("result")).isEqualTo("REFUSED");
                    assertThat(entry.getString("address")).isEqualTo(here.address());
                    assertThat(entry.getString("actorId")).isNull();
                });
        assertThat(recorded.toString()).doesNotContain(ada.email(), ada.username());
    }

    @Test
    void theDatabaseKeepsPseudonymsAndForgetsThemWithTheUser() {
        // Given
        Person ada = Person.unknown();
        Place here = Place.unknown();
        String id = here.register(ada).path("user.id");
        here.login(wrongly(ada)).then().statusCode(401);
        here.login(ada).then().statusCode(200);

        // Then
        assertThat(all("tallies") + all("known-networks")).doesNotContain(ada.email(), here.address());
        assertThat(known(id)).isEqualTo(1);
        users.remove(users.find(id).orElseThrow(), List.of());
        assertThat(known(id)).isZero();
    }

    private MongoDatabase database() {
        return mongo.getDatabase("auth");
    }

    private long known(String id) {
        return database().getCollection("known-networks").countDocuments(Filters.eq("userId", id));
    }

    private String all(String collection) {
        StringBuilder all = new StringBuilder();
        database().getCollection(collection).find().forEach(document -> all.append(document.toJson()));
        return all.toString();
    }

    private static List<Response> fail(int times, Place here, Person person) {
        return Stream.generate(() -> here.login(wrongly(person))).limit(times).toList();
    }

    private static Person wrongly(Person person) {
        return new Person(person.username(), person.email(), "another password");
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .map(header -> header.getName())
                .sorted()
                .toList();
    }

    private static Map<String, Object> withoutTrace(Response answer) {
        Map<String, Object> body = JsonPath.from(answer.asString()).getMap("$");
        body.remove("traceId");
        return body;
    }
}
