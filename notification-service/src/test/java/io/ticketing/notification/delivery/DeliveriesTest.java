package io.ticketing.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.ticketing.testing.mongo.RealMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final Instant NOW = Instant.parse("2001-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(90);

    private final String id = UUID.randomUUID().toString();

    private final String database = "deliveries-" + UUID.randomUUID();

    private final Deliveries deliveries = new Deliveries(RealMongo.start().client(), database);

    @Test
    void ofManySendersOneGetsTheDelivery() throws Exception {
        given(DeliveryState.QUEUED, NOW);
        Callable<Optional<DeliveryDocument>> claiming = () -> claim(NOW, farFuture());

        List<Future<Optional<DeliveryDocument>>> claims;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            claims = senders.invokeAll(Stream.generate(() -> claiming).limit(8).toList());
        }

        assertThat(claims.stream().map(Future::resultNow).flatMap(Optional::stream))
                .singleElement()
                .satisfies(claimed -> {
                    assertThat(claimed.id()).isEqualTo(id);
                    assertThat(claimed.state()).isEqualTo(DeliveryState.SENDING);
                });
    }

    @Test
    void aDeliveryOfADeadSenderIsTakenOverWhenItsLeaseRanOut() {
        given(DeliveryState.SENDING, NOW);

        assertThat(claim(NOW.minusMillis(1), farFuture())).isEmpty();
        assertThat(claim(NOW, farFuture())).isPresent();
    }

    @Test
    void aStaleSenderHasNoSay() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument stale = claim(NOW, NOW.plus(LEASE)).orElseThrow();
        DeliveryDocument taken = claim(NOW.plus(LEASE), farFuture()).orElseThrow();

        boolean staleSaid = deliveries.end(stale, new Ending.Dead("refused (550)", true), NOW);
        boolean takenSaid = deliveries.end(taken, new Ending.Sent(), NOW);

        assertThat(staleSaid).isFalse();
        assertThat(takenSaid).isTrue();
        DeliveryDocument now = deliveries.find(id).orElseThrow();
        assertThat(now.state()).isEqualTo(DeliveryState.SENT);
        assertThat(now.lastError()).isNull();
        assertThat(now.nextAttemptAt()).isNull();
    }

    @Test
    void whatASenderKnowsToBeTakenIsSentWhoeverHasClaimedItSince() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument knowing = claim(NOW, NOW.plus(LEASE)).orElseThrow();
        DeliveryDocument hasty = claim(NOW.plus(LEASE), farFuture()).orElseThrow();

        boolean said = deliveries.end(knowing, new Ending.Sent(), NOW);

        assertThat(said).isTrue();
        assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(DeliveryState.SENT);
        assertThat(deliveries.renew(hasty, farFuture())).isFalse();
        assertThat(deliveries.end(hasty, new Ending.Dead("refused (550)", true), NOW))
                .isFalse();
    }

    @Test
    void whatIsInHandIsNotClaimedAgainWhenItsLeaseRanOut() {
        given(DeliveryState.SENDING, NOW);

        assertThat(deliveries.claim(NOW, farFuture(), Set.of(id, "another"))).isEmpty();
        assertThat(deliveries.claim(NOW, farFuture(), Set.of("another"))).isPresent();
    }

    @Test
    void aFactThatComesAgainDoesNotReviveItsDelivery() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument claimed = claim(NOW, NOW.plus(LEASE)).orElseThrow();
        deliveries.end(claimed, new Ending.Sent(), NOW);

        boolean added = deliveries.add(owed(DeliveryState.QUEUED, NOW));

        assertThat(added).isFalse();
        assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void onlyWhatWaitsForThisRecipientBecomesDueWhenHeIsKnown() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument claimed = claim(NOW, NOW.plus(LEASE)).orElseThrow();
        deliveries.end(claimed, new Ending.Deferred(Deliveries.UNKNOWN_RECIPIENT, false, NOW.plus(LEASE)), NOW);

        boolean another = deliveries.recipientIsKnown("another", NOW);
        Optional<DeliveryDocument> before = claim(NOW, farFuture());
        boolean his = deliveries.recipientIsKnown("somebody", NOW);

        assertThat(another).isFalse();
        assertThat(before).isEmpty();
        assertThat(his).isTrue();
        assertThat(claim(NOW, farFuture())).isPresent();
    }

    @Test
    void whatIsSentOrDeadIsNeverClaimedAgain() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument claimed = claim(NOW, NOW.plus(LEASE)).orElseThrow();

        deliveries.end(claimed, new Ending.Dead("refused (550)", true), NOW);

        assertThat(claim(NOW.plus(Duration.ofDays(1)), farFuture())).isEmpty();
    }

    @Test
    void whatIsHeldBackIsClaimedWhenItIsReleasedOrItsTimeHasCome() {
        deliveries.add(owed(DeliveryState.QUEUED, NOW).heldBackUntil(NOW.plus(LEASE)));

        assertThat(claim(NOW.plus(LEASE).minusMillis(1), farFuture())).isEmpty();
        assertThat(deliveries.release(id, NOW)).isTrue();
        assertThat(claim(NOW, farFuture())).isPresent();
    }

    @Test
    void whatWasTriedIsNotReleasedAgain() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument claimed = claim(NOW, farFuture()).orElseThrow();

        assertThat(deliveries.release(id, NOW)).isTrue();
        assertThat(claim(NOW, farFuture())).isEmpty();

        deliveries.end(claimed, new Ending.Sent(), NOW);
        assertThat(deliveries.release(id, NOW)).isTrue();
        assertThat(claim(NOW, farFuture())).isEmpty();
    }

    @Test
    void whatComesAtTheMomentOfItsReleaseIsReleased() {
        Deliveries meanwhile = new Deliveries(RealMongo.start().client(), database) {
            @Override
            public Optional<DeliveryDocument> find(String factId) {
                add(owed(DeliveryState.QUEUED, NOW).heldBackUntil(NOW.plus(LEASE)));
                return super.find(factId);
            }
        };

        assertThat(meanwhile.release(id, NOW)).isTrue();

        assertThat(claim(NOW, farFuture())).isPresent();
    }

    @Test
    void whatHasNotComeCannotBeReleased() {
        assertThat(deliveries.release("unheard of", NOW)).isFalse();
    }

    @Test
    void whatIsDeferredIsClaimedWhenItsTimeHasCome() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument claimed = claim(NOW, NOW.plus(LEASE)).orElseThrow();

        deliveries.end(claimed, new Ending.Deferred("connection refused", true, NOW.plusSeconds(2)), NOW);

        assertThat(claim(NOW.plusSeconds(1), farFuture())).isEmpty();
        assertThat(claim(NOW.plusSeconds(2), farFuture()))
                .hasValueSatisfying(again -> assertThat(again.attempts()).isEqualTo(1));
    }

    @Test
    void aDeliveryThatCannotBeReadIsDeadAndHoldsNothingUp() {
        MongoCollection<Document> raw =
                RealMongo.start().client().getDatabase(database).getCollection("deliveries");
        raw.insertOne(new Document("_id", "unreadable")
                .append("state", "QUEUED")
                .append("kind", "NO_SUCH_KIND")
                .append("nextAttemptAt", NOW.minusSeconds(1)));
        given(DeliveryState.QUEUED, NOW);

        Optional<DeliveryDocument> claimed = claim(NOW, farFuture());

        assertThat(claimed).hasValueSatisfying(good -> assertThat(good.id()).isEqualTo(id));
        assertThat(raw.find(Filters.eq("_id", "unreadable")).first())
                .containsEntry("state", "DEAD")
                .containsEntry("lastError", "could not be read")
                .doesNotContainKey("nextAttemptAt");
    }

    @Test
    void aRenewedLeaseIsKeptUntilItsNewEndAndOnlyByItsSender() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument claimed = claim(NOW, NOW.plus(LEASE)).orElseThrow();

        boolean renewed = deliveries.renew(claimed, NOW.plus(LEASE).plusSeconds(10));

        assertThat(renewed).isTrue();
        assertThat(claim(NOW.plus(LEASE), farFuture())).isEmpty();
        assertThat(claim(NOW.plus(LEASE).plusSeconds(10), farFuture())).isPresent();
        assertThat(deliveries.renew(claimed, farFuture())).isFalse();
    }

    @Test
    void anUnconfirmedAttemptIsCountedAndTriedAgain() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument claimed = claim(NOW, NOW.plus(LEASE)).orElseThrow();

        deliveries.end(claimed, new Ending.Unconfirmed("timed out", NOW.plusSeconds(2)), NOW);

        assertThat(claim(NOW.plusSeconds(2), farFuture())).hasValueSatisfying(again -> {
            assertThat(again.attempts()).isEqualTo(1);
            assertThat(again.unconfirmedAttempts()).isEqualTo(1);
        });
    }

    @Test
    void ofADeletedRecipientNothingIsLeftAndWhoHasItInHandHasNoSay() {
        given(DeliveryState.QUEUED, NOW);
        DeliveryDocument claimed = claim(NOW, NOW.plus(LEASE)).orElseThrow();

        deliveries.removeAllTo("another");
        boolean kept = deliveries.renew(claimed, NOW.plus(LEASE));
        deliveries.removeAllTo("somebody");

        assertThat(kept).isTrue();
        assertThat(deliveries.renew(claimed, farFuture())).isFalse();
        assertThat(deliveries.end(claimed, new Ending.Sent(), NOW)).isFalse();
        assertThat(deliveries.end(claimed, new Ending.Deferred("timed out", true, NOW), NOW))
                .isFalse();
        assertThat(deliveries.find(id)).isEmpty();
    }

    @Test
    void aDeliveryShowsNothingOfItsMail() {
        AssignedTicket ticket =
                new AssignedTicket("t1", "secret title", null, "secret summary", null, List.of("vpn"), "secret reason");
        OwedLink link = new OwedLink("secret link", NOW);

        String shown = DeliveryDocument.assignment(id, "somebody", ticket, NOW)
                + " "
                + DeliveryDocument.passwordReset(id, new Recipient("somebody", 1), link, NOW)
                + " "
                + ticket
                + " "
                + link;

        assertThat(shown).contains(id, "t1").doesNotContain("secret", "vpn");
    }

    private void given(DeliveryState state, Instant nextAttemptAt) {
        deliveries.add(owed(state, nextAttemptAt));
    }

    private DeliveryDocument owed(DeliveryState state, Instant nextAttemptAt) {
        return new DeliveryDocument(
                id,
                "somebody",
                null,
                MailKind.WELCOME,
                null,
                null,
                null,
                state,
                0,
                null,
                nextAttemptAt,
                "claim",
                null,
                NOW,
                NOW);
    }

    private Optional<DeliveryDocument> claim(Instant now, Instant leaseEnds) {
        return deliveries.claim(now, leaseEnds, Set.of());
    }

    private static Instant farFuture() {
        return Instant.now().plus(Duration.ofDays(1));
    }
}
