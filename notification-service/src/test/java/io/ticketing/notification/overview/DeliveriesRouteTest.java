package io.ticketing.notification.overview;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.signedUp;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.NotificationTest;
import io.ticketing.testing.http.ServiceAnswer;
import io.ticketing.testing.http.ServiceApi;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.SmtpResource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@NotificationTest
class DeliveriesRouteTest {

    private static final String ROUTE = "/notifications/deliveries";

    private final ServiceApi moderator = ServiceApi.as("moderator");
    private final Person ada = Person.unheardOf();

    @Test
    void aMailThatWentOutIsListedWithoutWhatItSays() {
        told(known(ada));
        Fact assignment = told(assigned(ada, "VPN is down"));
        eventually(() -> assertThat(SmtpResource.smtp().mailsTo(ada.email())).hasSize(1));

        eventually(() -> assertThat(listed(assignment, "sent")).isPresent());

        JsonNode mail = listed(assignment, "sent").orElseThrow();
        assertThat(mail.path("to").asText()).isEqualTo(ada.email());
        assertThat(mail.path("template").asText()).isEqualTo("assignment");
        assertThat(mail.path("state").asText()).isEqualTo("sent");
        assertThat(mail.path("attempts").asInt()).isEqualTo(1);
        assertThat(mail.path("lastError").isNull()).isTrue();
        assertThat(mail.path("createdAt").asText()).endsWith("Z");
        assertThat(mail.path("updatedAt").asText()).endsWith("Z");
        assertThat(mail.toString()).doesNotContain("VPN");
        assertThat(listed(assignment, "dead")).isEmpty();
    }

    @Test
    void aMailThatWaitsSaysWhy() {
        Fact welcome = told(signedUp(ada));

        eventually(() -> assertThat(listed(welcome, "deferred")).isPresent());

        JsonNode mail = listed(welcome, "deferred").orElseThrow();
        assertThat(mail.path("to").isNull()).isTrue();
        assertThat(mail.path("lastError").asText()).isEqualTo("recipient not known yet");
        assertThat(mail.path("attempts").asInt()).isZero();
    }

    @Test
    void pagesAreNewestFirstAndGoOnBehindAPlace() {
        told(known(ada));
        Fact first = told(assigned(ada, "First"));
        eventually(() -> assertThat(listed(first, "sent")).isPresent());
        Fact second = told(assigned(ada, "Second"));
        eventually(() -> assertThat(listed(second, "sent")).isPresent());

        ServiceAnswer page = moderator.get(ROUTE + "?limit=1");
        ServiceAnswer next = moderator.get(ROUTE + "?limit=1&cursor=" + page.nextCursor());

        assertThat(page.data().path(0).path("id").asText()).isEqualTo(second.id());
        assertThat(next.data().path(0).path("id").asText()).isEqualTo(first.id());
    }

    @Test
    void oneThatCannotBeReadHidesNoOther() {
        told(known(ada));
        Fact first = told(assigned(ada, "First"));
        eventually(() -> assertThat(listed(first, "sent")).isPresent());
        Fact second = told(assigned(ada, "Second"));
        eventually(() -> assertThat(listed(second, "sent")).isPresent());
        kind(second, "of another version");
        try {
            assertThat(listed(first, "sent")).isPresent();
            assertThat(listed(second, "sent")).isEmpty();
            assertThat(moderator.get(ROUTE + "?limit=1").data()).hasSize(1);
        } finally {
            kind(second, "ASSIGNMENT");
        }
    }

    @Test
    void onlyStaffSeeThemAndABadQueryIsNamed() {
        assertThat(ServiceApi.as("admin").get(ROUTE).status()).isEqualTo(200);
        assertThat(ServiceApi.as("student").get(ROUTE).status()).isEqualTo(403);
        assertThat(moderator.get(ROUTE + "?state=lost").faultyFields()).containsExactly("state");
        assertThat(moderator.get(ROUTE + "?cursor=x").faultyFields()).containsExactly("cursor");
        assertThat(moderator.get(ROUTE + "?limit=0").faultyFields()).containsExactly("limit");
    }

    private static void kind(Fact fact, String kind) {
        RealMongo.start()
                .client()
                .getDatabase("notifications")
                .getCollection("deliveries")
                .updateOne(Filters.eq("_id", fact.id()), Updates.set("kind", kind));
    }

    private Optional<JsonNode> listed(Fact fact, String state) {
        return moderator
                .get(ROUTE + "?limit=100&state=" + state)
                .data()
                .valueStream()
                .filter(mail -> mail.path("id").asText().equals(fact.id()))
                .findFirst();
    }
}
