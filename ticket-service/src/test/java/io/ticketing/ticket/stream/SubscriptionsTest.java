package io.ticketing.ticket.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ticketing.ticket.feed.FeedEntryDocument;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private static final Position SOMEWHERE = new Position("8266666666");
    private static final Position LATER = new Position("8266666667");
    private static final FeedEntryDocument ENTRY =
            new FeedEntryDocument("fact", "ticket", "requester", "ticket/created", 1, Instant.EPOCH, false);

    @Test
    void aReplicaServesSoManyStreamsAndNoMore() {
        Subscriptions two = new Subscriptions(new Bounds(256, 10, 2));
        two.reach(SOMEWHERE);
        Subscription first = two.begin(somebody(), Optional.empty());
        two.begin(somebody(), Optional.empty());

        assertThatThrownBy(() -> two.begin(somebody(), Optional.empty()))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.failure().status()).isEqualTo(503);
                    assertThat(refused.failure().headers()).containsKey("Retry-After");
                });
        two.end(first);
        assertThat(two.begin(somebody(), Optional.empty())).isNotNull();
    }

    @Test
    void whoIsTooSlowIsStoppedWhileHeWritesAndNobodyElse() throws InterruptedException {
        Subscriptions all = new Subscriptions(new Bounds(2, 10, 10));
        all.reach(SOMEWHERE);
        Subscription slow = all.begin(somebody(), Optional.empty());
        Subscription quick = all.begin(somebody(), Optional.empty());

        for (String place : List.of("8266666667", "8266666668", "8266666669")) {
            all.publish(new Change.Told(new Position(place), ENTRY));
            assertThat(quick.next(Duration.ZERO)).isPresent();
        }

        assertThat(slow.isTooSlow()).isTrue();
        assertThat(quick.isTooSlow()).isFalse();
        slow.read();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void afterALossEverybodyIsToldOfItAndLookedAt() throws InterruptedException {
        Subscriptions all = new Subscriptions(new Bounds(5, 10, 10));
        all.reach(SOMEWHERE);
        Subscription listener = all.begin(somebody(), Optional.empty());

        all.lose();
        all.reach(LATER);

        assertThat(listener.isInDoubt()).isTrue();
        assertThat(listener.next(Duration.ZERO)).hasValue(new Signal.StandingChanged());
        assertThat(listener.next(Duration.ZERO)).hasValue(new Signal.Lost(LATER));
    }

    @Test
    void whoHasSomethingToTakeIsNotSaidToKnowEverything() throws InterruptedException {
        Subscriptions all = new Subscriptions(new Bounds(5, 10, 10));
        all.reach(SOMEWHERE);
        Subscription listener = all.begin(somebody(), Optional.empty());
        assertThat(all.quietPosition(listener)).hasValue(SOMEWHERE);

        all.publish(new Change.Told(LATER, ENTRY));
        assertThat(all.quietPosition(listener)).isEmpty();

        listener.next(Duration.ZERO);
        assertThat(all.quietPosition(listener)).hasValue(LATER);
    }

    @Test
    void whenTheReplicaStopsNobodyListensAnyMore() {
        Subscriptions all = new Subscriptions(new Bounds(5, 10, 10));
        all.reach(SOMEWHERE);
        Subscription listener = all.begin(somebody(), Optional.empty());

        all.stop();

        listener.read();
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> all.begin(somebody(), Optional.empty())).isInstanceOf(ProblemException.class);
    }

    private static Caller somebody() {
        return new Caller(new ObjectId().toHexString(), "admin", true, "token", Instant.MAX);
    }

    private record Bounds(int buffered, int perUser, int perReplica) implements StreamConfig {
        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(15);
        }
    }
}
