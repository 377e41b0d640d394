package io.ticketing.ticket.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Talk;
import io.ticketing.ticket.feed.Feed;
import io.ticketing.ticket.feed.FeedEntryDocument;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class CommentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person MODERATOR = Person.moderator();

    private final Person student = Person.student();

    @Inject
    Feed feed;

    @Test
    void theRequesterCommentsAndHearsWhatWasKept() throws Exception {
        Bus.introduce(student);
        String id = Api.open(student, "Talk");

        Answer answer = Talk.say(student, id, "Still broken.");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode comment = answer.data();
        String commentId = comment.path("_id").asText();
        assertThat(commentId).matches("[0-9a-f]{24}");
        String createdAt = comment.path("createdAt").asText();
        assertThat(createdAt).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(answer.body())
                .isEqualTo(("{\"success\":true,\"statusCode\":201,\"message\":\"The comment is there.\",\"data\":"
                                + "{\"_id\":\"%1$s\",\"id\":\"%1$s\",\"ticketId\":\"%2$s\",\"author\":{\"_id\":\"%3$s\",\"username\":\"%4$s\","
                                + "\"email\":\"%5$s\"},\"body\":\"Still broken.\",\"createdAt\":\"%6$s\"}}")
                        .formatted(commentId, id, student.id(), student.username(), student.email(), createdAt));
        assertThat(Api.get(Talk.comments(id), student).data().path(0)).isEqualTo(comment);
    }

    @Test
    void staffSeeWhetherACommentIsInternal() {
        String id = Api.open(student, "Two kinds");

        Answer open = Talk.say(MODERATOR, id, "We look at it.");
        Answer internal = Talk.sayInternally(MODERATOR, id, "He forgot to plug it in.");

        assertThat(open.data().fieldNames())
                .toIterable()
                .containsExactly("_id", "id", "ticketId", "author", "body", "internal", "createdAt");
        assertThat(open.data().path("internal").toString()).isEqualTo("false");
        assertThat(internal.status()).isEqualTo(201);
        assertThat(internal.data().path("internal").toString()).isEqualTo("true");
        assertThat(Talk.bodies(MODERATOR, id)).containsExactly("We look at it.", "He forgot to plug it in.");
    }

    @Test
    void aCommentIsAChangeOfTheTicket() {
        String id = Api.open(student, "Changes");
        JsonNode before = Api.get(Api.GET + id, student).data();

        String commentId = Talk.say(MODERATOR, id, "Seen.").data().path("_id").asText();

        Answer after = Api.get(Api.GET + id, student);
        assertThat(after.header("ETag")).hasValue("\"2\"");
        assertThat(after.data().path("version").asInt()).isEqualTo(2);
        assertThat(Instant.parse(after.data().path("updatedAt").asText()))
                .isAfterOrEqualTo(Instant.parse(before.path("updatedAt").asText()));
        assertThat(after.data().path("status")).isEqualTo(before.path("status"));
        JsonNode entry = Talk.all(Talk.timeline(id), student, 100).getLast();
        assertThat(entry.path("action").asText()).isEqualTo("commented");
        assertThat(entry.path("to").asText()).isEqualTo(commentId);
        assertThat(entry.path("actor").path("id").asText()).isEqualTo(MODERATOR.id());
        FeedEntryDocument told = feedOf(id).getLast();
        assertThat(told.type()).isEqualTo("ticket/commented");
        assertThat(told.version()).isEqualTo(2);
        assertThat(told.staffOnly()).isFalse();
    }

    @Test
    void commentsAreToldWithoutTheirText() throws Exception {
        String id = Api.open(student, "Told");
        String open = Talk.say(student, id, "Zanzibar").data().path("_id").asText();
        String internal =
                Talk.sayInternally(MODERATOR, id, "Zanzibar").data().path("_id").asText();

        List<ConsumerRecord<String, byte[]>> facts = Bus.factsOf(id, 3);

        assertThat(facts)
                .extracting(fact -> Bus.header(fact, "ce_type") + " " + Bus.header(fact, "ce_sequence"))
                .containsExactly("ticket/created 1", "ticket/commented 2", "ticket/commented 2");
        assertThat(JSON.readTree(facts.get(1).value())).isEqualTo(fact(id, open, student, false));
        assertThat(JSON.readTree(facts.get(2).value())).isEqualTo(fact(id, internal, MODERATOR, true));
        assertThat(Bus.fields(facts.get(1))).isEqualTo(Bus.goldenFields("ticket-commented"));
        assertThat(facts).extracting(Bus::text).noneMatch(text -> text.contains("Zanzibar"));
    }

    @Test
    void onlyTheVersionThatWasSeenIsCommented() {
        String id = Api.open(student, "Precondition");

        assertThat(Talk.sayIfMatch("\"1\"", student, id, "First").status()).isEqualTo(201);
        Answer stale = Talk.sayIfMatch("\"1\"", student, id, "Second");
        Answer malformed = Talk.sayIfMatch("1", student, id, "Third");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.faultyFields()).containsExactly("If-Match");
        assertThat(Talk.bodies(student, id)).containsExactly("First");
        assertThat(Talk.sayIfMatch("\"2\"", MODERATOR, id, "Fourth").status()).isEqualTo(201);
    }

    @Test
    void internalIsForStaffAlone() {
        String id = Api.open(student, "Not for you");

        Answer answer = Talk.sayInternally(student, id, "Psst");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.faultyFields()).containsExactly("internal");
        assertThat(Talk.bodies(MODERATOR, id)).isEmpty();
        for (String internal : List.of("false", "null")) {
            assertThat(Api.post(Talk.comments(id), student, "{\"body\":\"b\",\"internal\":" + internal + "}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aRequesterWhoIsStaffIsStaff() {
        String id = Api.open(MODERATOR, "My own");

        assertThat(Talk.sayInternally(MODERATOR, id, "Note to self").status()).isEqualTo(201);
        assertThat(Talk.bodies(MODERATOR, id)).containsExactly("Note to self");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🦉 👩‍👩‍👧 \uD83C\uDDEB\uD83C\uDDF7",
                "שלום \u202Eעולם\u202C مرحبا",
                "Zo\u0065\u0301 a\u0323\u0307 ﬁ \u1E9B\u0323",
                "<script>alert('x')</script><!-- -->&amp;",
                "${jndi:ldap://x} ${7*7} #{7*7} {{7*7}} %s %n $1 \\u0041",
                "one\ntwo\r\n\tthree ",
                " \u00A0leading and trailing\u3000 "
            })
    void anyTextSurvivesUnchanged(String text) {
        String id = Api.open(student, "Texts");

        assertThat(Talk.say(student, id, text).data().path("body").asText()).isEqualTo(text);

        assertThat(Talk.bodies(student, id)).containsExactly(text);
        assertThat(Talk.bodies(MODERATOR, id)).containsExactly(text);
    }

    @Test
    void tenThousandCharactersOfAnyKindAreFine() {
        String id = Api.open(student, "Long");

        assertThat(Talk.say(student, id, "🦉".repeat(10_000)).status()).isEqualTo(201);

        assertThat(Talk.bodies(student, id)).containsExactly("🦉".repeat(10_000));
    }

    @Test
    void theCommentsOfADeletedUserStayAndNameHimNoMore() {
        Person ada = Person.moderator();
        Bus.introduce(ada);
        String id = Api.open(student, "Stays");
        Talk.say(ada, id, "I was here.");

        Bus.delete(ada);

        String nobody = "{\"_id\":\"%s\",\"username\":\"deleted user\",\"email\":null}".formatted(ada.id());
        io.ticketing.testing.Eventually.eventually(() -> assertThat(Api.get(Talk.comments(id), student)
                        .data()
                        .path(0)
                        .path("author")
                        .toString())
                .isEqualTo(nobody));
        assertThat(Talk.bodies(student, id)).containsExactly("I was here.");
        assertThat(Talk.all(Talk.timeline(id), student, 100)
                        .getLast()
                        .path("actor")
                        .toString())
                .isEqualTo("{\"kind\":\"person\",\"id\":\"%s\",\"username\":\"deleted user\"}".formatted(ada.id()));
    }

    private static JsonNode fact(String ticketId, String commentId, Person author, boolean internal) throws Exception {
        return JSON.readTree("""
                {"ticketId":"%s","commentId":"%s","authorId":"%s","internal":%s}""".formatted(ticketId, commentId, author.id(), internal));
    }

    private List<FeedEntryDocument> feedOf(String ticketId) {
        return feed.mongoCollection()
                .find(Filters.eq("ticketId", ticketId))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }
}
