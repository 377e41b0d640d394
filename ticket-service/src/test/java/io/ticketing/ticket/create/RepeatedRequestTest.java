package io.ticketing.ticket.create;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Tickets;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see of keys. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class RepeatedRequestTest {

    private static final String BODY =
            "{\"title\":\"VPN drops\",\"description\":\"Again.\",\"hashtags\":[\"#Vpn\",\"bug\"],\"note\":{\"a\":1,\"b\":[1,2.5,null]}}";

    @Inject
    Tickets tickets;

    private final Person student = Person.student();
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatAnswersTheFirstResult() {
        Answer first = create(BODY);
        Answer repeat = create(BODY);

        assertThat(first.status()).isEqualTo(201);
        assertAlike(first, repeat);
        assertThat(countOf(student)).isEqualTo(1);
    }

    @Test
    void twentyAtOnceOpenOneTicketAndGetTwentyAlikeAnswers() {
        List<Answer> answers = AtOnce.run(20, () -> create(BODY));

        answers.forEach(answer -> assertAlike(answers.getFirst(), answer));
        assertThat(answers.getFirst().status()).isEqualTo(201);
        assertThat(countOf(student)).isEqualTo(1);
        String id = answers.getFirst().data().path("_id").asText();
        assertThat(Bus.factsOf(id, 1)).hasSize(1);
    }

    @Test
    void ofTwentyAtOnceWithTwoBodiesOneBodyWins() {
        AtomicInteger number = new AtomicInteger();

        List<Answer> answers =
                AtOnce.run(20, () -> create(number.incrementAndGet() % 2 == 0 ? BODY : BODY.replace("Again", "Still")));

        Map<Integer, List<Answer>> byStatus = answers.stream().collect(Collectors.groupingBy(Answer::status));
        assertThat(byStatus.get(201))
                .hasSize(10)
                .allSatisfy(answer -> assertAlike(byStatus.get(201).getFirst(), answer));
        assertThat(byStatus.get(422)).hasSize(10);
        assertThat(countOf(student)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\":{\"b\":[1,2.5,null],\"a\":1},\"hashtags\":[\"#Vpn\",\"bug\"],\"description\":\"Again.\",\"title\":\"VPN drops\"}",
                " {\"title\": \"VPN\\u0020drops\",\n\t\"description\":\"Again\\u002e\", \"hashtags\":[ \"#Vpn\" , \"bug\" ],\"note\":{\"a\":1,"
                        + "\"b\":[1,2.5,null]}}\r\n"
            })
    void theSameValueWrittenInAnotherWayIsARepeat(String other) {
        assertAlike(create(BODY), create(other));
    }

    @ParameterizedTest
    @MethodSource
    void anotherValueIsRefused(String other) {
        Answer first = create(BODY);

        Answer refused = create(other);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.faultyFields()).containsExactly("Idempotency-Key");
        assertThat(countOf(student)).isEqualTo(1);
        assertAlike(first, create(BODY));
    }

    static Stream<String> anotherValueIsRefused() {
        return Stream.of(
                BODY.replace("Again.", "Again!"),
                BODY.replace("#Vpn", "vpn"),
                BODY.replace("\"#Vpn\",\"bug\"", "\"bug\",\"#Vpn\""),
                BODY.replace("\"a\":1", "\"a\":2"),
                BODY.replace("[1,2.5,null]", "[2.5,1,null]"),
                BODY.replace(",\"note\"", ",\"more\":null,\"note\""));
    }

    @Test
    void theFirstResultIsAnsweredWhateverBecameOfTheTicket() {
        Answer first = create(BODY);
        String id = first.data().path("_id").asText();
        tickets.mongoCollection().deleteOne(Filters.eq("_id", id));

        assertAlike(first, create(BODY));
        assertThat(Api.get(Api.GET + id, student).status()).isEqualTo(404);
    }

    @Test
    void anotherUserHasKeysOfHisOwn() {
        Person other = Person.student();
        Answer mine = create(BODY);

        Answer his = Api.post(Api.CREATE, other, BODY, "Idempotency-Key", key);

        assertThat(his.status()).isEqualTo(201);
        assertThat(his.data().path("_id")).isNotEqualTo(mine.data().path("_id"));
        assertThat(his.data().path("createdBy").path("_id").asText()).isEqualTo(other.id());
    }

    @Test
    void anotherKeyOrNoneIsAnotherTicket() {
        create(BODY);
        Api.post(Api.CREATE, student, BODY, "Idempotency-Key", UUID.randomUUID().toString());
        Api.post(Api.CREATE, student, BODY);
        Api.post(Api.CREATE, student, BODY);

        assertThat(countOf(student)).isEqualTo(4);
    }

    @Test
    void aRefusedRequestTakesNoKey() {
        assertThat(create("{\"title\":\"VPN drops\"}").faultyFields()).containsExactly("description", "hashtags");
        assertThat(create("{").faultyFields()).containsExactly("body");
        assertThat(create("").faultyFields()).containsExactly("body");
        assertThat(create("null").faultyFields()).containsExactly("body");
        assertThat(create("7").faultyFields()).containsExactly("body");

        assertThat(create(BODY).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb"})
    void aMalformedKeyIsRefused(String malformed) {
        Answer refused = Api.post(Api.CREATE, student, BODY, "Idempotency-Key", malformed);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faultyFields()).containsExactly("Idempotency-Key");
        assertThat(countOf(student)).isZero();
    }

    @Test
    void twoKeysAreRefused() {
        Answer refused = Api.post(Api.CREATE, student, BODY, "Idempotency-Key", key, "Idempotency-Key", key);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faultyFields()).containsExactly("Idempotency-Key");
    }

    private Answer create(String body) {
        return Api.post(Api.CREATE, student, body, "Idempotency-Key", key);
    }

    private static void assertAlike(Answer first, Answer repeat) {
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.status()).isEqualTo(first.status());
        assertThat(repeat.header("Location"))
                .isEqualTo(first.header("Location"))
                .isPresent();
    }

    private static int countOf(Person requester) {
        return Api.get(Api.LIST, requester).data().size();
    }
}
