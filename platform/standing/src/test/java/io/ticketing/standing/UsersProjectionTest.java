package io.ticketing.standing;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Availability;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.RevokedToken;
import io.ticketing.events.Role;
import io.ticketing.events.Stretch;
import io.ticketing.events.UserChanged;
import io.ticketing.events.Weekday;
import io.ticketing.events.WorkingHours;
import io.ticketing.testing.golden.GoldenFact;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.web.caller.Standing;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class UsersProjectionTest {

    private static final Instant ENDS = Instant.parse("2030-01-01T00:00:00.123Z");
    private static final WorkingHours HOURS =
            new WorkingHours("Asia/Tokyo", List.of(new Stretch(Weekday.WEDNESDAY, "09:00", "17:30")));
    private static final Instant BEGINS = Instant.parse("2030-01-02T00:00:00Z");

    private final String ada = UUID.randomUUID().toString();

    @Inject
    KnownUsers users;

    @Inject
    KnownUserChanges changes;

    @Test
    void aUserIsKnownAsTheFactTellsAndTheServiceHearsOfIt() {
        told(1, Role.MODERATOR);

        eventually(() -> assertThat(users.find(ada)).hasValueSatisfying(user -> {
            assertThat(user.email()).isEqualTo("ada@example.org");
            assertThat(user.role()).isEqualTo(Role.MODERATOR);
            assertThat(user.skills()).containsExactly("vpn", "linux");
            assertThat(user.worksFrom(ENDS.minusMillis(1))).isEqualTo(BEGINS);
            assertThat(user.revokedTokens()).containsExactly(new RevokedToken("ended", ENDS));
        }));
        eventually(() -> assertThat(changes.versionsOf(ada)).containsExactly(1L));
        assertThat(users.of(ada)).contains(new Standing(1, "moderator", true, true, 1, Set.of("ended")));
        assertThat(users.withRole(Role.MODERATOR)).extracting(KnownUser::id).contains(ada);
        assertThat(users.find(Set.of(ada, "nobody"))).containsOnlyKeys(ada);
    }

    @Test
    void aNewerStateReplacesAnOlderOne() {
        told(1, Role.STUDENT);
        told(2, Role.ADMIN);

        eventually(() -> assertThat(changes.versionsOf(ada)).containsExactly(1L, 2L));
        assertThat(users.find(ada)).map(KnownUser::role).contains(Role.ADMIN);
    }

    @Test
    void aStateIsToldUntilTheServiceHasDoneItsPart() {
        changes.failOnceFor(ada);

        told(1, Role.STUDENT);

        eventually(() -> assertThat(changes.versionsOf(ada)).containsExactly(1L));
    }

    @Test
    void whatKeepsSomebodyFromWorkingIsKnown() {
        assertThat(users.hindrance(ada)).isEmpty();
        users.apply(state(Role.MODERATOR), 1);
        assertThat(users.hindrance(ada)).isEmpty();

        users.apply(state(Role.STUDENT), 2);
        assertThat(users.hindrance(ada)).contains(Hindrance.NO_STAFF);

        users.apply(state(ada, Role.ADMIN, AccountStatus.INACTIVE), 3);
        assertThat(users.hindrance(ada)).contains(Hindrance.DEACTIVATED);

        users.forget(ada);
        assertThat(users.hindrance(ada)).contains(Hindrance.DELETED);
    }

    @Test
    void anOlderStateChangesNothingAndTheSameAgainIsOnlyToldAgain() {
        told(2, Role.ADMIN);
        told(1, Role.STUDENT);
        told(2, Role.ADMIN);
        told(3, Role.MODERATOR);

        eventually(() -> assertThat(changes.versionsOf(ada)).containsExactly(2L, 2L, 3L));
        assertThat(users.find(ada)).map(KnownUser::role).contains(Role.MODERATOR);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverTheOrderTheNewestRemains(long seed) {
        List<Long> versions = Stream.concat(
                        LongStream.rangeClosed(1, 6).boxed(),
                        LongStream.rangeClosed(1, 6).boxed())
                .collect(Collectors.toList());
        Collections.shuffle(versions, new Random(seed));

        versions.forEach(version -> users.apply(state(Role.STUDENT), version));

        assertThat(users.find(ada)).map(KnownUser::sequence).contains(6L);
    }

    @Test
    void theGoldenSampleIsUnderstood() {
        RealKafka.start().send(GoldenFact.of("user/changed").toSend());

        eventually(() ->
                assertThat(users.find(GoldenFact.of("user/changed").key())).isPresent());
    }

    @Test
    void aRecordThatCannotBeReadGoesToTheDeadLettersAndBlocksNothing() {
        byte[] broken = "{\"id\":".getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> good = FactCodec.write(fact(1, Role.STUDENT), "/test");

        RealKafka.start().send(new ProducerRecord<>("users", 0, ada, broken, good.headers()));
        RealKafka.start().send(new ProducerRecord<>("users", 0, ada, good.value(), good.headers()));

        eventually(() -> assertThat(users.find(ada)).isPresent());
        try (TopicReader deadLetters = RealKafka.start().records("dead-letters.standing-test")) {
            assertThat(deadLetters.await(letter -> ada.equals(letter.key())).value())
                    .isEqualTo(broken);
        }
    }

    @Test
    void whileTheDatabaseIsAwayAFactWaits() {
        RealMongo.start().kill();
        try (Warnings warnings = new Warnings(UsersProjection.class)) {
            told(1, Role.STUDENT);
            eventually(() -> assertThat(warnings.messages()).isNotEmpty());
        } finally {
            RealMongo.start().restart();
        }

        eventually(Duration.ofSeconds(30), () -> assertThat(users.find(ada)).isPresent());
    }

    @Test
    void ofWhoeverWasDeletedOnlyTheIdStaysAndNoLateFactBringsHimBack() {
        told(1, Role.MODERATOR);
        gone();
        told(3, Role.ADMIN);
        String later = UUID.randomUUID().toString();
        RealKafka.start().send(FactCodec.write(Fact.of(later, 1, Instant.now(), state(later, Role.STUDENT)), "/test"));

        eventually(() -> assertThat(changes.isGone(ada)).isTrue());
        eventually(() -> assertThat(users.isGone(ada)).isTrue());
        eventually(() -> assertThat(users.find(later)).isPresent());
        assertThat(users.find(ada)).isEmpty();
        assertThat(users.find(Set.of(ada))).isEmpty();
        assertThat(users.gone(Set.of(ada, later, "nobody"))).containsExactly(ada);
        assertThat(users.withRole(Role.ADMIN)).extracting(KnownUser::id).doesNotContain(ada);
        assertThat(users.of(ada)).hasValueSatisfying(standing -> {
            assertThat(standing.active()).isFalse();
            assertThat(standing.tokensNotBefore()).isEqualTo(Long.MAX_VALUE);
        });
        assertThat(users.apply(state(Role.ADMIN), 9)).isFalse();
    }

    @Test
    void aDeletionIsToldUntilTheServiceHasDoneItsPart() {
        changes.failOnceFor(ada);

        gone();

        eventually(() -> assertThat(changes.isGone(ada)).isTrue());
    }

    private void gone() {
        RealKafka.start().send(new ProducerRecord<>("users", null, ada, null, List.of()));
    }

    private void told(long version, Role role) {
        RealKafka.start().send(FactCodec.write(fact(version, role), "/test"));
    }

    private Fact fact(long version, Role role) {
        return Fact.of(ada, version, Instant.now(), state(role));
    }

    private UserChanged state(Role role) {
        return state(ada, role);
    }

    private static UserChanged state(String id, Role role) {
        return state(id, role, AccountStatus.ACTIVE);
    }

    private static UserChanged state(String id, Role role, AccountStatus status) {
        return new UserChanged(
                id,
                "Ada",
                "ada@example.org",
                role,
                status,
                true,
                List.of("vpn", "linux"),
                5,
                new Availability(ENDS, HOURS),
                1,
                List.of(new RevokedToken("ended", ENDS)));
    }
}
