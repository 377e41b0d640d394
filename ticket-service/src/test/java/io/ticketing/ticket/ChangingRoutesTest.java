package io.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all routes that change a ticket have in common: whom they let in, what they hide, and what they make of {@code If-Match}. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ChangingRoutesTest {

    private static final Person STUDENT = Person.student();
    private static final Person STRANGER = Person.student();
    private static final Person MODERATOR = Person.moderator();
    private static final Person ADMIN = Person.admin();

    @Inject
    Records records;

    /** The routes, each with a body without fault, and everybody whom the route itself keeps out. */
    enum Route {
        CHANGE("PATCH", Act.CHANGE, "{\"hashtags\":[\"other\"]}"),
        ASSIGN("POST", Act.ASSIGN, "{}", STUDENT, STRANGER),
        STATUS("PATCH", Act.STATUS, "{\"status\":\"closed\"}", STUDENT, STRANGER),
        DELETE("DELETE", Act.DELETE, "", STUDENT, STRANGER, MODERATOR);

        private final String method;
        private final String path;
        private final String body;
        private final List<Person> keptOut;

        Route(String method, String path, String body, Person... keptOut) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.keptOut = List.of(keptOut);
        }

        Answer call(Person caller, String ticketId) {
            return call(caller, ticketId, Map.of());
        }

        Answer call(Person caller, String ticketId, Map<String, String> headers) {
            return Api.call(
                    method, path + ticketId, caller, headers, Optional.of(body).filter(text -> !text.isEmpty()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverShowsNoTokenOfOursChangesNothing(Route route) {
        String id = Api.open(STUDENT, "Not for everybody");

        for (String authorization : List.of(
                "Bearer garbage",
                "Basic YWRtaW46YWRtaW4=",
                ADMIN.token().unsigned().bearer(),
                ADMIN.token().signedByAStranger().bearer())) {
            Answer answer = route.call(ADMIN, id, Map.of("Authorization", authorization));

            assertThat(answer.status()).as(answer.body()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(records.ticket(id).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNotTheRoleIsToldThatAndNothingOfTheTicket(Route route) {
        String id = Api.open(STUDENT, "Staff only");
        String nothing = new ObjectId().toHexString();

        for (Person caller : route.keptOut) {
            Answer hidden = route.call(caller, id, Map.of("If-Match", "\"7\""));
            Answer unknown = route.call(caller, nothing, Map.of("If-Match", "\"7\""));

            assertThat(hidden.status()).isEqualTo(403);
            assertAlike(hidden, id, unknown, nothing);
        }
        assertThat(records.ticket(id).version()).isEqualTo(1);
    }

    @Test
    void aTicketOfSomebodyElseIsAsGoodAsNone() {
        String id = Api.open(STUDENT, "Secret");
        String nothing = new ObjectId().toHexString();

        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("If-Match", "\"1\""),
                Map.of("If-Match", "\"7\""),
                Map.of("If-Match", "*"))) {
            for (String body : List.of("{}", "{\"title\":\"Mine\"}", "{\"priority\":\"high\"}")) {
                Answer hidden = Api.call("PATCH", Act.CHANGE + id, STRANGER, headers, Optional.of(body));
                Answer unknown = Api.call("PATCH", Act.CHANGE + nothing, STRANGER, headers, Optional.of(body));

                assertThat(hidden.status()).isEqualTo(404);
                assertAlike(hidden, id, unknown, nothing);
            }
        }
        assertThat(records.ticket(id).version()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void anIdThatIsNoneIsLikeAnUnknownOne(Route route, String id) {
        Answer answer = route.call(ADMIN, id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isEqualTo("There is nothing here.");
    }

    static Stream<Arguments> anIdThatIsNoneIsLikeAnUnknownOne() {
        return Arrays.stream(Route.values()).flatMap(route -> Stream.of(
                        new ObjectId().toHexString(), "x", "%00", "%7B%22$ne%22:null%7D", "%F0%9F%A6%89")
                .map(id -> Arguments.arguments(route, id)));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfWhatWasChangedMeanwhileIsRefused(Route route) {
        String id = Api.open(STUDENT, "Out of date");
        Act.move(ADMIN, id, "in-progress");

        for (String tag : List.of("\"1\"", "\"3\"", "W/\"2\"", "\"1\", \"3\"", "\"\"", "\"02\"")) {
            Answer answer = route.call(ADMIN, id, Map.of("If-Match", tag));

            assertThat(answer.status()).as(tag + answer.body()).isEqualTo(412);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(records.ticket(id).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfWhatIsAsSeenHappens(Route route) {
        for (String tag : List.of("\"2\"", "\"1\", \"2\"", "*")) {
            String id = Api.open(STUDENT, "Up to date");
            Act.move(ADMIN, id, "in-progress");

            Answer answer = route.call(ADMIN, id, Map.of("If-Match", tag));

            assertThat(answer.status()).as(tag + answer.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIfMatchThatIsNoTagIsNamed(Route route) {
        String id = Api.open(STUDENT, "No tag");

        for (String tag : List.of("1", "\"1", "1\"", "\"1\" \"2\"", "\"1\",", "null")) {
            Answer answer = route.call(ADMIN, id, Map.of("If-Match", tag));

            assertThat(answer.status()).as(tag + answer.body()).isEqualTo(400);
            assertThat(answer.faultyFields()).containsExactly("If-Match");
        }
        assertThat(records.ticket(id).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETE")
    void aBodyThatIsNoObjectIsRefused(Route route) {
        String id = Api.open(STUDENT, "No object");

        for (String body :
                List.of("[]", "\"text\"", "7", "true", "{\"a\":", "status=closed", "{}{}", "{\"a\":1,\"a\":2}")) {
            Answer answer = Api.call(route.method, route.path + id, ADMIN, body);

            assertThat(answer.status()).as(body + answer.body()).isEqualTo(400);
            assertThat(answer.faultyFields()).hasSize(1);
            assertThat(answer.body()).doesNotContain("io.ticketing", "java.", "jackson", "Exception");
        }
        assertThat(records.ticket(id).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETE")
    void aBodyOfAnotherMediaTypeIsRefused(Route route) {
        String id = Api.open(STUDENT, "No JSON");

        for (String mediaType : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            Answer answer = route.call(ADMIN, id, Map.of("Content-Type", mediaType));

            assertThat(answer.status()).as(answer.body()).isEqualTo(415);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(records.ticket(id).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_id", "createdBy", "version", "createdAt", "setByPeople", "triage", "outbox", "$set"})
    void whatIsNotAskedForIsIgnored(String field) {
        String id = Api.open(STUDENT, "More than asked");
        String more =
                "{\"hashtags\":[\"x\"],\"status\":\"in-progress\",\"" + field + "\":\"0123456789abcdef01234567\"}";
        TicketDocument before = records.ticket(id);

        for (String route : List.of(Act.CHANGE, Act.STATUS)) {
            assertThat(Api.call("PATCH", route + id, ADMIN, more).status()).isEqualTo(200);
        }
        assertThat(Api.call("POST", Act.ASSIGN + id, ADMIN, more).status()).isEqualTo(200);

        TicketDocument after = records.ticket(id);
        assertThat(after.id()).isEqualTo(id);
        assertThat(after.createdBy()).isEqualTo(STUDENT.id());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.version()).isEqualTo(3);
        assertThat(after.triage()).isEqualTo(before.triage());
    }

    private static void assertAlike(Answer hidden, String id, Answer unknown, String otherId) {
        assertThat(comparable(hidden, id)).isEqualTo(comparable(unknown, otherId));
        assertThat(hidden.response().headers().map())
                .isEqualTo(unknown.response().headers().map());
    }

    private static String comparable(Answer answer, String id) {
        String traceId = answer.json().path("traceId").asText();
        assertThat(traceId).isNotEmpty();
        return new String(answer.response().body(), StandardCharsets.UTF_8)
                .replace(id, "ID")
                .replace(traceId, "TRACE");
    }
}
