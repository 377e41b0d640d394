package io.ticketing.ticket.stream;

import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Availability;
import io.ticketing.events.Fact;
import io.ticketing.events.RevokedToken;
import io.ticketing.events.Role;
import io.ticketing.events.UserChanged;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever would not be let in any more as what he came in does not listen on. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class StandingOfListenersTest {

    private static final String TOKEN_ID = "the-token-of-one-session";

    @Inject
    Subscriptions subscriptions;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aStreamEndsWithTheStandingOfWhoListens(Map.Entry<String, Consumer<Person>> change) {
        Person moderator = Person.moderator();
        String bearer = moderator.token().tokenId(TOKEN_ID).bearer();
        try (Listener listener = Listener.open(bearer, Optional.empty())) {
            listener.await("ticket/created", Api.open(Person.student(), "Before"));

            change.getValue().accept(moderator);

            eventually(() -> assertThat(listener.isOver()).isTrue());
            assertThat(subscriptions.countOf(moderator.id())).isZero();
        }
    }

    static Stream<Map.Entry<String, Consumer<Person>>> aStreamEndsWithTheStandingOfWhoListens() {
        Map<String, Consumer<Person>> changes = Map.of(
                "demoted",
                        person -> Bus.send(person.as(Role.STUDENT).atVersion(2).fact()),
                "promoted",
                        person -> Bus.send(person.as(Role.ADMIN).atVersion(2).fact()),
                "deactivated", person -> Bus.send(person.inactive().atVersion(2).fact()),
                "deleted", Bus::delete,
                "logged out", person -> Bus.send(ending(person, 0, List.of(new RevokedToken(TOKEN_ID, Instant.now())))),
                "with another password", person -> Bus.send(ending(person, 2, List.of())));
        return changes.entrySet().stream();
    }

    @Test
    void whoIsDemotedHearsNothingThatHappensAfterwards() {
        Person moderator = Person.moderator();
        Person student = Person.student();
        try (Listener listener = Listener.of(moderator);
                Listener admin = Listener.of(Person.admin())) {
            listener.await("ticket/created", Api.open(student, "Before"));

            Bus.introduce(moderator.as(Role.STUDENT).atVersion(2));
            String after = Api.open(student, "After");

            admin.await("ticket/created", after);
            eventually(() -> assertThat(listener.isOver()).isTrue());
            assertThat(listener.opened()).doesNotContain(after);
        }
    }

    @Test
    void whatElseChangesAboutAUserEndsNothing() {
        Person student = Person.student();
        try (Listener listener = Listener.of(student)) {
            Bus.introduce(student.named("renamed-" + student.id()).atVersion(2));

            String id = Api.open(student, "Still there");

            listener.await("ticket/created", id);
            assertThat(listener.isOver()).isFalse();
        }
    }

    @Test
    void aStreamEndsWithItsToken() {
        Person student = Person.student();
        String bearer = student.token()
                .issuedAt(Instant.now().minusSeconds(60))
                .expiresAt(Instant.now().plusSeconds(3))
                .bearer();
        try (Listener listener = Listener.open(bearer, Optional.empty())) {
            assertThat(listener.status()).isEqualTo(200);

            eventually(() -> assertThat(listener.isOver()).isTrue());
        }
    }

    @Test
    void otherSessionsOfTheSameUserGoOn() {
        Person moderator = Person.moderator();
        try (Listener ended = Listener.open(moderator.token().tokenId(TOKEN_ID).bearer(), Optional.empty());
                Listener other = Listener.of(moderator)) {
            Bus.send(ending(moderator, 0, List.of(new RevokedToken(TOKEN_ID, Instant.now()))));

            eventually(() -> assertThat(ended.isOver()).isTrue());
            throughout(Duration.ofMillis(200), () -> assertThat(other.isOver()).isFalse());
            other.await("ticket/created", Api.open(Person.student(), "Go on"));
        }
    }

    private static Fact ending(Person person, long tokensNotBefore, List<RevokedToken> revoked) {
        return Fact.of(
                person.id(),
                2,
                Instant.now(),
                new UserChanged(
                        person.id(),
                        person.username(),
                        person.email(),
                        person.role(),
                        person.status(),
                        person.onboarded(),
                        List.of(),
                        10,
                        Availability.present(),
                        tokensNotBefore,
                        revoked));
    }
}
