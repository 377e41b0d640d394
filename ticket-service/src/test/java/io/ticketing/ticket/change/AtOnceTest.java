package io.ticketing.ticket.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Act;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Records;
import io.ticketing.ticket.history.TimelineEntryDocument;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Many who change one ticket at the same moment. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class AtOnceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person STUDENT = Person.student();
    private static final Person MODERATOR = Person.moderator();
    private static final Person ADMIN = Person.admin();

    @Inject
    Records records;

    @Test
    void twoWhoChangeDifferentFieldsBothWin() {
        List<String> ids =
                Stream.generate(() -> Api.open(STUDENT, "Old title")).limit(30).toList();
        AtomicInteger next = new AtomicInteger();

        List<Answer> answers = AtOnce.run(60, () -> {
            int turn = next.getAndIncrement();
            String id = ids.get(turn / 2);
            return turn % 2 == 0
                    ? Act.change(STUDENT, id, "{\"title\":\"New title\"}")
                    : Act.change(MODERATOR, id, "{\"priority\":\"high\"}");
        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(ids).allSatisfy(id -> {
            JsonNode ticket = ticket(id);
            assertThat(ticket.path("title").asText()).isEqualTo("New title");
            assertThat(ticket.path("priority").asText()).isEqualTo("high");
            assertThat(ticket.path("version").asInt()).isEqualTo(3);
            assertThat(records.story(id)).hasSize(3);
        });
    }

    @Test
    void ofTwoWhoHaveSeenTheSameVersionOneIsToldToLookAgain() {
        for (int round = 0; round < 10; round++) {
            String id = Api.open(STUDENT, "Old title");

            List<Integer> statuses = AtOnce.run(2, () -> Act.ifMatch(
                            "\"1\"",
                            "PATCH",
                            Act.CHANGE + id,
                            STUDENT,
                            "{\"title\":\"" + Thread.currentThread().threadId() + "\"}")
                    .status());

            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
            assertThat(ticket(id).path("version").asInt()).isEqualTo(2);
        }
    }

    @Test
    void ofFiftyChangesNoneIsLost() throws Exception {
        String id = Api.open(STUDENT, "Title 0");
        AtomicInteger next = new AtomicInteger();

        List<Answer> answers =
                AtOnce.run(50, () -> Act.change(STUDENT, id, "{\"title\":\"Title " + next.incrementAndGet() + "\"}"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.data().path("version").asInt()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, 51).boxed().toList());
        assertThat(ticket(id).path("version").asInt()).isEqualTo(51);
        List<TimelineEntryDocument> timeline = records.timeline(id);
        assertThat(timeline.stream().map(TimelineEntryDocument::number))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 51).boxed().toList());
        assertThat(timeline.stream().map(TimelineEntryDocument::version))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 51).boxed().toList());
        List<String> titles = new ArrayList<>(List.of("Title 0"));
        for (ConsumerRecord<String, byte[]> fact : Bus.differentFactsOf(id, 51).subList(1, 51)) {
            titles.add(JSON.readTree(fact.value()).path("wording").path("title").asText());
        }
        assertThat(Bus.storyOf(id, 51).subList(1, 51))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 51)
                        .mapToObj(n -> "ticket/changed " + n)
                        .toList());
        assertThat(records.story(id).subList(1, 51))
                .containsExactlyElementsOf(IntStream.range(0, 50)
                        .mapToObj(n -> "person changed title " + titles.get(n) + " " + titles.get(n + 1))
                        .toList());
        assertThat(ticket(id).path("title").asText()).isEqualTo(titles.getLast());
    }

    @Test
    void whoeverCountsOnWhatHeHasSeenTriesUntilNobodyWasFaster() {
        String id = Api.open(STUDENT, "Count");
        Act.change(ADMIN, id, "{\"relatedSkills\":[\"0\"]}");

        AtOnce.run(10, () -> {
            Answer answer;
            do {
                Answer seen = Api.get(Api.GET + id, ADMIN);
                int count = seen.data().path("relatedSkills").path(0).asInt();
                answer = Act.ifMatch(
                        seen.header("ETag").orElseThrow(),
                        "PATCH",
                        Act.CHANGE + id,
                        ADMIN,
                        "{\"relatedSkills\":[\"" + (count + 1) + "\"]}");
            } while (answer.status() == 412);
            return answer.status();
        });

        assertThat(ticket(id).path("relatedSkills").toString()).isEqualTo("[\"10\"]");
    }

    private static JsonNode ticket(String id) {
        return Api.get(Api.GET + id, ADMIN).data();
    }
}
