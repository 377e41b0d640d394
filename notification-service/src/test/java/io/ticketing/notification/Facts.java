package io.ticketing.notification;

import io.ticketing.events.AccountStatus;
import io.ticketing.events.Actor;
import io.ticketing.events.Availability;
import io.ticketing.events.EmailProofRequested;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.FactData;
import io.ticketing.events.MailedLink;
import io.ticketing.events.PasswordResetRequested;
import io.ticketing.events.Priority;
import io.ticketing.events.Role;
import io.ticketing.events.RoleDecided;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketDeleted;
import io.ticketing.events.UserChanged;
import io.ticketing.events.UserDeleted;
import io.ticketing.events.UserSignedUp;
import io.ticketing.testing.kafka.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Facts as the other services tell them. */
public final class Facts {

    private static final RealKafka KAFKA = RealKafka.start();

    private Facts() {}

    /** Somebody whom nobody else's test knows. */
    public record Person(String id, String email) {
        /** A new one. */
        public static Person unheardOf() {
            String id = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
            return new Person(id, id + "@example.org");
        }

        /** The same with another address. */
        public Person movedTo(String another) {
            return new Person(id, another);
        }
    }

    /** Tells the fact. */
    public static Fact told(Fact fact) {
        KAFKA.send(FactCodec.write(fact, "/test"));
        return fact;
    }

    /** Tells the fact on the partition of another one's key: who has dealt with it has dealt with everything that was told under that key before. */
    public static Fact toldUnderKeyOf(Fact another, Fact fact) {
        ProducerRecord<String, byte[]> record = FactCodec.write(fact, "/test");
        KAFKA.send(new ProducerRecord<>(record.topic(), null, another.subject(), record.value(), record.headers()));
        return fact;
    }

    /** Tells the end of somebody's state. */
    public static void toldGone(Person person) {
        KAFKA.send(new ProducerRecord<>("users", null, person.id(), null, List.of()));
    }

    /** A link that works for that long, or has not for that long. */
    public static MailedLink link(Duration life) {
        return new MailedLink(UUID.randomUUID().toString(), Instant.now().plus(life));
    }

    public static Fact known(Person person) {
        return known(person, 1);
    }

    public static Fact known(Person person, long version) {
        return state(person, AccountStatus.ACTIVE, version);
    }

    public static Fact deactivated(Person person) {
        return state(person, AccountStatus.INACTIVE, 2);
    }

    public static Fact signedUp(Person person) {
        return about(person, 1, new UserSignedUp(person.id(), "Ada", person.email(), null));
    }

    public static Fact signedUp(Person person, MailedLink proof) {
        return about(person, 1, new UserSignedUp(person.id(), "Ada", person.email(), proof));
    }

    public static Fact proofRequested(Person person, long version, MailedLink link) {
        return about(person, version, new EmailProofRequested(person.id(), link));
    }

    public static Fact resetRequested(Person person, long version, MailedLink link) {
        return about(person, version, new PasswordResetRequested(person.id(), link));
    }

    public static Fact roleDecided(Person person, long version, boolean approved) {
        return about(person, version, new RoleDecided(person.id(), Role.MODERATOR, approved));
    }

    public static Fact deleted(Person person) {
        return about(person, 9, new UserDeleted(person.id()));
    }

    public static Fact assigned(Person person, String title) {
        String ticket = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        return Fact.of(
                ticket,
                3,
                Instant.now(),
                new TicketAssigned(
                        ticket,
                        title,
                        person.id(),
                        Priority.HIGH,
                        "The VPN drops every ten minutes.",
                        "1. Ask for the client's version.\n2. Look at the <gateway> log.",
                        List.of("networking", "vpn"),
                        "Knows networking and vpn; has 1 open ticket.",
                        Actor.rule()));
    }

    /** The end of the ticket that this fact is about. */
    public static Fact deletedTicketOf(Fact assigned) {
        return Fact.of(
                assigned.subject(),
                assigned.sequence() + 1,
                Instant.now(),
                new TicketDeleted(assigned.subject(), Actor.person("665f1c2ab3d4e5f607182939")));
    }

    private static Fact about(Person person, long version, FactData data) {
        return Fact.of(person.id(), version, Instant.now(), data);
    }

    private static Fact state(Person person, AccountStatus status, long version) {
        return about(
                person,
                version,
                new UserChanged(
                        person.id(),
                        "Ada",
                        person.email(),
                        Role.MODERATOR,
                        status,
                        true,
                        List.of("vpn"),
                        5,
                        Availability.present(),
                        1,
                        List.of()));
    }
}
