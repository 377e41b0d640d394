package io.ticketing.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Actor;
import io.ticketing.events.Availability;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.FactData;
import io.ticketing.events.Priority;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.Role;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.TicketDeleted;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.UserChanged;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.MongoResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** What surrounds the worker: the users and tickets of the other services, and the facts that come out. */
@ApplicationScoped
public class World {

    private final AtomicLong versions = new AtomicLong(1);
    private final KnownUsers known;
    private final CircuitBreakerMaintenance breakers;

    World(KnownUsers known, CircuitBreakerMaintenance breakers) {
        this.known = known;
        this.breakers = breakers;
    }

    /** Nobody works here, nothing waits, nothing is remembered, no model is given up. */
    public void clear() {
        breakers.resetAll();
        for (String collection : List.of("known-users", "runs", "desks", "cases")) {
            MongoResource.mongo()
                    .client()
                    .getDatabase("triage")
                    .getCollection(collection)
                    .deleteMany(new Document());
        }
    }

    /** A moderator whom the worker knows. */
    public String moderator(String username, int capacity, String... skills) {
        return user(new ObjectId().toHexString(), username, Role.MODERATOR, AccountStatus.ACTIVE, capacity, skills);
    }

    /** An admin whom the worker knows. */
    public String admin(String username) {
        return user(new ObjectId().toHexString(), username, Role.ADMIN, AccountStatus.ACTIVE, 1);
    }

    /** A user whom the worker knows, as he is from now on. */
    public String user(String id, String username, Role role, AccountStatus status, int capacity, String... skills) {
        return user(new UserChanged(
                id,
                username,
                username + "@example.org",
                role,
                status,
                true,
                List.of(skills),
                capacity,
                Availability.present(),
                0,
                List.of()));
    }

    /** The same. */
    public String user(UserChanged user) {
        String id = user.id();
        long version = versions.incrementAndGet();
        send(Fact.of(id, version, Instant.now(), user));
        Eventually.eventually(() -> assertThat(known.find(id))
                .hasValueSatisfying(now -> assertThat(now.sequence()).isEqualTo(version)));
        return id;
    }

    /** A new ticket; gives its fact. */
    public Fact ticket(String title, String description, String... hashtags) {
        Fact created = created(title, description, hashtags);
        send(created);
        return created;
    }

    /** The fact of a new ticket, not sent yet. */
    public static Fact created(String title, String description, String... hashtags) {
        String id = new ObjectId().toHexString();
        return Fact.of(
                id,
                1,
                Instant.now(),
                new TicketCreated(id, new ObjectId().toHexString(), title, description, List.of(hashtags)));
    }

    /** The requester made that ticket say something else; gives the fact. */
    public Fact reworded(Fact created, String title, String description, String... hashtags) {
        Fact reworded = reworded(created, versions.incrementAndGet(), title, description, hashtags);
        send(reworded);
        return reworded;
    }

    /** The fact of a ticket that says something else, not sent yet. */
    public static Fact reworded(Fact created, long version, String title, String description, String... hashtags) {
        String requesterId = ((TicketCreated) created.data()).requesterId();
        TicketChanged.Wording wording = new TicketChanged.Wording(title, description, List.of(hashtags));
        TicketChanged changed = new TicketChanged(
                created.subject(),
                requesterId,
                List.of("title", "description", "hashtags"),
                wording,
                null,
                List.of(),
                Actor.person(requesterId));
        return Fact.of(created.subject(), version, Instant.now(), changed);
    }

    /** Somebody has set what of the ticket is given; gives the fact. */
    public Fact set(Fact created, @Nullable Priority priority, @Nullable List<String> skills) {
        Fact set =
                set(created, versions.incrementAndGet(), priority, skills, Actor.person(new ObjectId().toHexString()));
        send(set);
        return set;
    }

    /** The fact that somebody has set what of the ticket is given, not sent yet. */
    public static Fact set(
            Fact created, long version, @Nullable Priority priority, @Nullable List<String> skills, Actor by) {
        List<String> fields = new ArrayList<>();
        if (priority != null) {
            fields.add("priority");
        }
        if (skills != null) {
            fields.add("relatedSkills");
        }
        String requesterId = ((TicketCreated) created.data()).requesterId();
        TicketChanged changed = new TicketChanged(
                created.subject(), requesterId, fields, null, priority, skills == null ? List.of() : skills, by);
        return Fact.of(created.subject(), version, Instant.now(), changed);
    }

    /** That ticket is deleted; gives the fact. */
    public Fact ticketDeleted(String ticketId) {
        Actor somebody = Actor.person(new ObjectId().toHexString());
        Fact deleted =
                Fact.of(ticketId, versions.incrementAndGet(), Instant.now(), new TicketDeleted(ticketId, somebody));
        send(deleted);
        return deleted;
    }

    /** The ticket has an assignee. */
    public void assigned(String ticketId, String assigneeId, Actor by) {
        send(Fact.of(
                ticketId,
                versions.incrementAndGet(),
                Instant.now(),
                new TicketAssigned(ticketId, "A ticket", assigneeId, null, null, null, List.of(), "so it is", by)));
    }

    /** The ticket was taken away from whoever had it; gives the fact. */
    public Fact unassigned(String ticketId, String assigneeId, Actor by) {
        Fact unassigned = Fact.of(
                ticketId, versions.incrementAndGet(), Instant.now(), new TicketUnassigned(ticketId, assigneeId, by));
        send(unassigned);
        return unassigned;
    }

    /** That user is deleted, and the worker knows. */
    public void deleted(String userId) {
        KafkaResource.kafka().send(new ProducerRecord<>("users", userId, null));
        Eventually.eventually(() -> assertThat(known.isGone(userId)).isTrue());
    }

    /** The ticket moved. */
    public void moved(String ticketId, TicketStatus from, TicketStatus to) {
        send(Fact.of(
                ticketId,
                versions.incrementAndGet(),
                Instant.now(),
                new TicketStatusChanged(ticketId, from, to, Actor.person(new ObjectId().toHexString()))));
    }

    /** Puts the fact on its topic. */
    public void send(Fact fact) {
        KafkaResource.kafka().send(FactCodec.write(fact, "/elsewhere"));
    }

    /** Puts something on the topic of tickets that is no fact. */
    public void sendGarbage(String key) {
        ProducerRecord<String, byte[]> garbage =
                new ProducerRecord<>("ticket-events", key, "{\"ticketId\":".getBytes(StandardCharsets.UTF_8));
        garbage.headers().add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8));
        garbage.headers().add("ce_type", "ticket/created".getBytes(StandardCharsets.UTF_8));
        garbage.headers().add("ce_id", "broken-1".getBytes(StandardCharsets.UTF_8));
        garbage.headers().add("ce_subject", key.getBytes(StandardCharsets.UTF_8));
        garbage.headers().add("ce_sequence", "1".getBytes(StandardCharsets.UTF_8));
        garbage.headers().add("ce_time", Instant.now().toString().getBytes(StandardCharsets.UTF_8));
        KafkaResource.kafka().send(garbage);
    }

    /** The first fact of that kind about the ticket, as soon as it is out. */
    public <T extends FactData> T told(String ticketId, Class<T> kind) {
        return kind.cast(fact(sent(ticketId, kind)).data());
    }

    /** The same as it is on the wire. */
    public ConsumerRecord<String, byte[]> sent(String ticketId, Class<? extends FactData> kind) {
        try (TopicReader reader = KafkaResource.kafka().records("triage-events")) {
            return reader.await(candidate -> ticketId.equals(candidate.key())
                    && kind.isInstance(fact(candidate).data()));
        }
    }

    /** How the ticket's triage ended. */
    public TriageCompleted completed(String ticketId) {
        return told(ticketId, TriageCompleted.class);
    }

    /** All facts about the ticket that are out now. */
    public List<Fact> facts(String ticketId) {
        try (TopicReader reader = KafkaResource.kafka().records("triage-events")) {
            return reader.all().stream()
                    .filter(record -> ticketId.equals(record.key()))
                    .map(World::fact)
                    .toList();
        }
    }

    private static Fact fact(ConsumerRecord<String, byte[]> record) {
        return ((ReadRecord.Known) FactCodec.read(record)).fact();
    }
}
