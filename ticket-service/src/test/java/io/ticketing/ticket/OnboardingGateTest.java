package io.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This service itself keeps out whoever has not completed onboarding, whatever stands before it. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class OnboardingGateTest {

    @Test
    void everyRouteOfTicketsButTheirCreationIsForWhoIsOnboarded() {
        Person newcomer = Person.admin().notOnboarded();
        List<String> open = new ArrayList<>();
        List<String> gated = new ArrayList<>();

        for (Route route : routes()) {
            Answer answer = Api.call(route.method(), route.path(), newcomer, "{}");
            boolean isSentThere = answer.status() == 403
                    && "/onboarding".equals(answer.data().path("next").asText());
            (isSentThere ? gated : open).add(route.method() + " " + route.template());
        }

        assertThat(open).containsExactly("POST /api/v1/tickets/create-ticket");
        assertThat(gated)
                .contains(
                        "GET /api/v1/tickets/get-all-tickets",
                        "GET /api/v1/tickets/get-ticket/{id}",
                        "GET /api/v1/tickets/dead-letters",
                        "POST /api/v1/tickets/dead-letters/{id}/replay",
                        "POST /api/v1/tickets/{id}/comments",
                        "GET /api/v1/tickets/{id}/comments",
                        "GET /api/v1/tickets/{id}/timeline",
                        "PATCH /api/v1/tickets/{id}",
                        "POST /api/v1/tickets/admin/assign/{ticketId}",
                        "PATCH /api/v1/tickets/admin/status/{ticketId}",
                        "DELETE /api/v1/tickets/admin/delete/{ticketId}");
    }

    @Test
    void whoIsNotOnboardedMayOpenATicket() {
        Answer answer = Api.create(Person.student().notOnboarded(), "Let me in", "How?", List.of("help"));

        assertThat(answer.status()).isEqualTo(201);
    }

    @ParameterizedTest(name = "token {1} says {0}, projection {3} says {2}: {4}")
    @CsvSource({
        "false, 1, true, 2, 200",
        "true, 1, false, 2, 403",
        "false, 3, true, 2, 403",
        "true, 3, false, 2, 200",
        "true, 2, true, 2, 200",
        "false, 2, false, 2, 403"
    })
    void theNewerOfTokenAndProjectionDecides(
            boolean told, long tokenVersion, boolean known, long knownVersion, int status) {
        Person student = Person.student();
        Person asKnown = (known ? student : student.notOnboarded()).atVersion(knownVersion);
        Bus.introduce(asKnown);
        Person asTold = (told ? student : student.notOnboarded()).atVersion(tokenVersion);

        Answer list = Api.get(Api.LIST, asTold);
        Answer ticket = Api.get(Api.GET + Api.open(asTold, "Mine"), asTold);

        assertThat(List.of(list.status(), ticket.status())).containsOnly(status);
    }

    @ParameterizedTest
    @CsvSource({"true, 200", "false, 403"})
    void theTokenAloneDecidesAsLongAsNothingIsKnown(boolean onboarded, int status) {
        Person student = Person.student();

        assertThat(Api.get(Api.LIST, onboarded ? student : student.notOnboarded())
                        .status())
                .isEqualTo(status);
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        JsonNode paths = Api.get("/q/openapi?format=json").json().path("paths");
        paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/tickets"))
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> routes.add(new Route(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return routes;
    }

    /** A route as the description has it. */
    private record Route(String method, String template) {
        String path() {
            return template.replaceAll("\\{[^}]*}", new ObjectId().toHexString());
        }
    }
}
