package io.ticketing.ticket.stream;

import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class StreamOutagesTest {

    @Inject
    Subscriptions subscriptions;

    @Test
    void streamsOutliveADatabaseThatDies() {
        Person student = Person.student();
        Person moderator = Person.moderator();
        RealMongo mongo = MongoResource.mongo();
        try (Listener listener = Listener.of(student);
                Listener staff = Listener.of(moderator)) {
            listener.await("ticket/created", Api.open(student, "Before"));

            mongo.kill();
            try {
                throughout(Duration.ofSeconds(1), () -> assertThat(listener.isOver())
                        .isFalse());
                Bus.send(moderator.inactive().atVersion(2).fact());
            } finally {
                mongo.restart();
            }

            eventually(() -> {
                assertThat(Api.create(student, "After", "again", List.of("x")).status())
                        .isEqualTo(201);
            });
            eventually(() -> assertThat(listener.opened()).hasSizeGreaterThanOrEqualTo(2));
            eventually(() -> assertThat(staff.isOver()).isTrue());
            assertThat(listener.isOver()).isFalse();
        }
        eventually(() -> assertThat(subscriptions.countOf(student.id())).isZero());
    }

    @Test
    void streamsShowThatTheyLiveWhileTheDatabaseHangs() {
        Person student = Person.student();
        RealMongo mongo = MongoResource.mongo();
        try (Listener listener = Listener.of(student)) {
            eventually(() -> assertThat(listener.comments()).isNotEmpty());
            mongo.pause();
            try {
                int before = listener.comments().size();
                eventually(() -> assertThat(listener.comments()).hasSizeGreaterThan(before + 1));
            } finally {
                mongo.resume();
            }
            String id = Api.open(student, "After");

            listener.await("ticket/created", id);
        }
    }
}
