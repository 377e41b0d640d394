package io.ticketing.notification;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.notification.Facts.Person;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

@NotificationTest
class BusTroubleTest {

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();

    @Test
    void aRecordThatCannotBeReadGoesToTheDeadLettersAndBlocksNothing() {
        told(known(ada));
        Headers headers = FactCodec.headers(ada.id(), "ticket/assigned", ada.id(), 1, Instant.now(), "/test");
        byte[] broken = "{\"ticketId\": 7".getBytes(StandardCharsets.UTF_8);
        Fact assignment = assigned(ada, "VPN is down");

        RealKafka.start().send(new ProducerRecord<>("ticket-events", 0, assignment.subject(), broken, headers));
        RealKafka.start()
                .send(new ProducerRecord<>(
                        "ticket-events",
                        0,
                        assignment.subject(),
                        FactCodec.write(assignment, "/test").value(),
                        FactCodec.write(assignment, "/test").headers()));

        eventually(() -> assertThat(smtp.mailsTo(ada.email())).hasSize(1));
        try (TopicReader deadLetters = RealKafka.start().records("dead-letters.notification-service")) {
            var dead = deadLetters.await(letter -> assignment.subject().equals(letter.key()));
            assertThat(dead.value()).isEqualTo(broken);
            assertThat(new String(
                            dead.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                    .isEqualTo("the data is no ticket/assigned");
        }
    }

    @Test
    void afterTheBrokerWasAwayMailsGoOutAgain() {
        told(known(ada));
        RealKafka.start().stop();
        RealKafka.start().restart();

        told(assigned(ada, "VPN is down"));

        eventually(RECOVERY, () -> assertThat(smtp.mailsTo(ada.email())).hasSize(1));
    }

    @Test
    void afterTheDatabaseWasAwayMailsGoOutAgain() {
        told(known(ada));
        RealMongo.start().kill();
        told(assigned(ada, "VPN is down"));
        RealMongo.start().restart();

        eventually(RECOVERY, () -> assertThat(smtp.mailsTo(ada.email())).hasSize(1));
    }
}
