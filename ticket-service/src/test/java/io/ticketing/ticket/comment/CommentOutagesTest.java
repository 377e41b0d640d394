package io.ticketing.ticket.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Talk;
import io.ticketing.ticket.feed.Feed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class CommentOutagesTest {

    private final Person student = Person.student();

    @Inject
    Feed feed;

    /** Whoever is not answered does not know; whoever is, can rely on it. */
    @Test
    void aCrashOfTheDatabaseLeavesNoHalfOfAComment() {
        String id = Api.open(student, "Crash");
        Queue<String> kept = new ConcurrentLinkedQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        RealMongo mongo = MongoResource.mongo();

        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(writer -> writers.execute(() -> write(id, writer, kept, isOver)));
            Eventually.eventually(() -> assertThat(kept).hasSizeGreaterThan(5));
            mongo.kill();
            try {
                mongo.restart();
                int before = kept.size();
                Eventually.eventually(() -> assertThat(kept).hasSizeGreaterThan(before + 5));
            } finally {
                isOver.set(true);
            }
        }

        List<JsonNode> comments = Talk.all(Talk.comments(id), student, 100);
        assertThat(Talk.texts(comments, comment -> comment.path("body")))
                .doesNotHaveDuplicates()
                .containsAll(kept);
        List<JsonNode> timeline = Talk.all(Talk.timeline(id), student, 100);
        assertThat(Talk.texts(timeline.subList(1, timeline.size()), entry -> entry.path("to")))
                .isEqualTo(Talk.texts(comments, comment -> comment.path("id")));
        assertThat(Api.get(Api.GET + id, student).data().path("version").asInt())
                .isEqualTo(comments.size() + 1);
        assertThat(feed.mongoCollection().countDocuments(and(eq("ticketId", id), eq("type", "ticket/commented"))))
                .isEqualTo(comments.size());
        assertThat(Bus.factsOf(id, comments.size() + 1)).hasSize(comments.size() + 1);
    }

    @Test
    void withoutTheDatabaseNothingIsKeptAndTheNextAttemptCounts() {
        String id = Api.open(student, "Gone");
        RealMongo mongo = MongoResource.mongo();

        Answer refused;
        mongo.kill();
        try {
            refused = Talk.say(student, id, "Once");
        } finally {
            mongo.restart();
        }

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isPresent();
        Eventually.eventually(
                () -> assertThat(Talk.say(student, id, "Once").status()).isEqualTo(201));
        assertThat(Talk.bodies(student, id)).containsExactly("Once");
    }

    private void write(String id, int writer, Queue<String> kept, AtomicBoolean isOver) {
        for (int number = 0; !isOver.get(); number++) {
            String body = "Writer " + writer + ", comment " + number;
            if (Talk.say(student, id, body).status() == 201) {
                kept.add(body);
            }
        }
    }
}
