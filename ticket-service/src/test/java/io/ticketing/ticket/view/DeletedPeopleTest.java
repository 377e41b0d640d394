package io.ticketing.ticket.view;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class DeletedPeopleTest {

    private static final Person ADMIN = Person.admin();

    @Test
    void theTicketsOfADeletedUserStayAndNameHimNoMore() {
        Person student = Person.student();
        Bus.introduce(student);
        String id = Api.open(student, "Stays");

        Bus.delete(student);

        String nobody = "{\"_id\":\"%s\",\"username\":\"deleted user\",\"email\":null}".formatted(student.id());
        eventually(
                () -> assertThat(createdBy(Api.get(Api.GET + id, ADMIN).data())).isEqualTo(nobody));
        JsonNode listed = Api.get(Api.LIST + "?limit=100", ADMIN).data();
        assertThat(StreamSupport.stream(listed.spliterator(), false))
                .filteredOn(ticket -> id.equals(ticket.path("_id").asText()))
                .extracting(DeletedPeopleTest::createdBy)
                .containsExactly(nobody);
    }

    @Test
    void whoIsNotKnownYetIsNotTakenForADeletedUser() {
        Person stranger = Person.student();
        String id = Api.open(stranger, "Early");

        String createdBy = createdBy(Api.get(Api.GET + id, ADMIN).data());

        assertThat(createdBy).isEqualTo("{\"_id\":\"%s\",\"username\":null,\"email\":null}".formatted(stranger.id()));
    }

    @Test
    void theTokenOfADeletedUserEnds() {
        Person student = Person.student();
        assertThat(Api.get(Api.LIST, student).status()).isEqualTo(200);

        Bus.delete(student);

        eventually(() -> assertThat(Api.get(Api.LIST, student).status()).isEqualTo(401));
        assertThat(Api.get(Api.LIST, student.atVersion(99)).status()).isEqualTo(401);
    }

    private static String createdBy(JsonNode ticket) {
        return ticket.path("createdBy").toString();
    }
}
