package io.ticketing.ticket.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ListFiltersTest {

    @Inject
    StoredTickets stored;

    private final Person student = Person.student();
    private final Person moderator = Person.moderator();

    @Test
    void statusPriorityAndHashtagLeaveOutTheOthers() {
        String plain = open("Plain", "bug");
        String urgent = open("Urgent", "bug", "vpn");
        stored.setPriority(urgent, Priority.HIGH);
        String over = open("Over", "vpn");
        stored.set(over, "status", TicketStatus.CLOSED);

        assertThat(list("status=active")).containsExactly(urgent, plain);
        assertThat(list("status=closed")).containsExactly(over);
        assertThat(list("status=in-progress")).isEmpty();
        assertThat(list("priority=high")).containsExactly(urgent);
        assertThat(list("priority=low")).isEmpty();
        assertThat(list("hashtag=vpn")).containsExactly(over, urgent);
        assertThat(list("hashtag=%23VPN")).containsExactly(over, urgent);
        assertThat(list("hashtag=vp")).isEmpty();
        assertThat(list("status=active&priority=high&hashtag=vpn&q=urgent&createdBy=" + student.id()))
                .containsExactly(urgent);
        assertThat(list("status=closed&priority=high")).isEmpty();
    }

    @Test
    void whoeverWorksOnThemIsAskedForByIdOrAsMeOrNone() {
        String nobodys = open("Nobody's", "bug");
        String mine = open("Mine", "bug");
        stored.set(mine, "assignedTo", moderator.id());

        String ofStudent = "&createdBy=" + student.id();
        assertThat(Pages.all(moderator, "assignedTo=me" + ofStudent, 50)).containsExactly(mine);
        assertThat(Pages.all(Person.admin(), "assignedTo=me" + ofStudent, 50)).isEmpty();
        assertThat(Pages.all(Person.admin(), "assignedTo=" + moderator.id() + ofStudent, 50))
                .containsExactly(mine);
        assertThat(Pages.all(moderator, "assignedTo=none" + ofStudent, 50)).containsExactly(nobodys);
        assertThat(list("assignedTo=none")).containsExactly(nobodys);
    }

    @Test
    void staffAskForTheTicketsOfSomebody() {
        String one = open("One", "bug");
        Api.open(Person.student(), "Somebody else's");

        assertThat(Pages.all(moderator, "createdBy=" + student.id(), 50)).containsExactly(one);
        assertThat(Pages.all(moderator, "createdBy=" + new ObjectId(), 50)).isEmpty();
    }

    @Test
    void whoeverSeesTheOwnTicketsAloneFindsNoneOfOthers() {
        Person other = Person.student();
        Api.open(other, "Secret plan");
        String own = open("Own plan", "bug");

        assertThat(list("createdBy=" + other.id())).isEmpty();
        assertThat(list("createdBy=" + student.id())).containsExactly(own);
        assertThat(list("q=plan")).containsExactly(own);
        assertThat(list("hashtag=bug")).containsExactly(own);
        assertThat(list("assignedTo=none&sort=-priority")).containsExactly(own);
    }

    @Test
    void aTicketThatIsDeletedIsInNoList() {
        String gone = open("Gone", "bug");
        stored.setDeleted(gone);

        assertThat(list("hashtag=bug")).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource
    void whatIsNoFilterIsNamed(String parameter, String value) {
        for (Person caller : List.of(student, moderator)) {
            Answer answer = Api.get(Api.LIST + "?" + parameter + "=" + value, caller);

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.faultyFields()).containsExactly(parameter);
        }
    }

    static Stream<Arguments> whatIsNoFilterIsNamed() {
        return Stream.of(
                arguments("status", ""),
                arguments("status", "ACTIVE"),
                arguments("status", "open"),
                arguments("status", "%7B%22$ne%22:null%7D"),
                arguments("priority", ""),
                arguments("priority", "urgent"),
                arguments("priority", "null"),
                arguments("hashtag", ""),
                arguments("hashtag", "%23"),
                arguments("hashtag", "-a"),
                arguments("hashtag", "a%20b"),
                arguments("hashtag", "a".repeat(31)),
                arguments("hashtag", ".*"),
                arguments("assignedTo", ""),
                arguments("assignedTo", "ME"),
                arguments("assignedTo", "nobody"),
                arguments("assignedTo", "66F0C0FFEE0123456789ABCD"),
                arguments("assignedTo", "%7B%22$gt%22:%22%22%7D"),
                arguments("createdBy", ""),
                arguments("createdBy", "me"),
                arguments("createdBy", "66f0c0ffee0123456789abc"),
                arguments("sort", ""),
                arguments("sort", "title"),
                arguments("sort", "--createdAt"),
                arguments("sort", "+createdAt"),
                arguments("sort", "_id"),
                arguments("q", ""),
                arguments("q", "%20"),
                arguments("q", "%C2%A0"),
                arguments("q", "%3F!%20-%20..."),
                arguments("q", "%F0%9F%A6%89"),
                arguments("q", "a%00b"),
                arguments("q", "a".repeat(201)));
    }

    private String open(String title, String... hashtags) {
        return Api.create(student, title, "It does not work.", List.of(hashtags))
                .data()
                .path("_id")
                .asText();
    }

    private List<String> list(String query) {
        return Pages.all(student, query, 50);
    }
}
