package io.ticketing.notification;

import io.ticketing.events.AccountStatus;
import io.ticketing.events.Actor;
import io.ticketing.events.Availability;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.Priority;
import io.ticketing.events.Role;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.UserChanged;
import io.ticketing.events.UserSignedUp;
import io.ticketing.testing.kafka.RealKafka;
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

    public static Fact known(Person person) {
        return state(person, AccountStatus.ACTIVE, 1);
    }

    public static Fact deactivated(Person person) {
        return state(person, AccountStatus.INACTIVE, 2);
    }

    public static Fact signedUp(Person person) {
        return Fact.of(person.id(), 1, Instant.now(), new UserSignedUp(person.id(), "Ada", person.email(), null));
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

    private static Fact state(Person person, AccountStatus status, long version) {
        return Fact.of(
                person.id(),
                version,
                Instant.now(),
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
