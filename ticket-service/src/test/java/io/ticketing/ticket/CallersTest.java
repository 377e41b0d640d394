package io.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Role;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class CallersTest {

    private static final List<String> ROUTES = List.of(
            Api.LIST,
            Api.STREAM,
            Api.GET + new ObjectId().toHexString(),
            Talk.comments(new ObjectId().toHexString()),
            Talk.timeline(new ObjectId().toHexString()));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aTokenThatIsNotRightIsRefused(Map.Entry<String, String> authorization) {
        for (String route : ROUTES) {
            assertUnauthorized(Api.get(route, authorization.getValue()));
        }
    }

    static Stream<Map.Entry<String, String>> aTokenThatIsNotRightIsRefused() {
        Person admin = Person.admin();
        return Map.of(
                "garbage", "Bearer garbage",
                "empty", "Bearer ",
                "another scheme", "Basic YWRtaW46YWRtaW4=",
                "expired",
                        admin.token().expiresAt(Instant.now().minusSeconds(120)).bearer(),
                "alg none", admin.token().unsigned().bearer(),
                "the public key as a secret",
                        admin.token().signedWithThePublicKeyAsSecret().bearer(),
                "signed by a stranger", admin.token().signedByAStranger().bearer(),
                "for somebody else", admin.token().audience("elsewhere").bearer(),
                "from somebody else", admin.token().issuer("elsewhere").bearer(),
                "without a version", admin.token().without("ver").bearer())
                .entrySet()
                .stream();
    }

    @Test
    void withoutATokenNothingIsShown() {
        ROUTES.forEach(route -> assertUnauthorized(Api.get(route)));
    }

    @Test
    void whoIsNotOnboardedIsSentThere() {
        Person newcomer = Person.student().notOnboarded();

        for (String route : ROUTES) {
            Answer answer = Api.get(route, newcomer);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.data().path("next").asText()).isEqualTo("/onboarding");
        }
    }

    @Test
    void aDemotionTakesEffectOnTheOldToken() {
        String id = Api.open(Person.student(), "Not for everybody");
        Person admin = Person.admin();
        assertThat(Api.get(Api.GET + id, admin).status()).isEqualTo(200);

        Bus.introduce(admin.as(Role.STUDENT).atVersion(2));

        assertThat(Api.get(Api.GET + id, admin).status()).isEqualTo(404);
    }

    @Test
    void aTokenFromBeforeOnboardingWorksAfterIt() {
        Person newcomer = Person.student().notOnboarded();

        Bus.introduce(new Person(newcomer.id(), newcomer.username(), Role.STUDENT, true, newcomer.status(), 2));

        assertThat(Api.get(Api.LIST, newcomer).status()).isEqualTo(200);
    }

    @Test
    void aDeactivatedUserIsShutOutUntilAFresherTokenSaysOtherwise() {
        Person moderator = Person.moderator();

        Bus.send(moderator.inactive().atVersion(5).fact());

        io.ticketing.testing.Eventually.eventually(
                () -> assertThat(Api.get(Api.LIST, moderator).status()).isEqualTo(403));
        assertThat(Api.get(Api.LIST, moderator.atVersion(6)).status()).isEqualTo(200);
    }

    @Test
    void oldAndRepeatedNewsOfAUserChangesNothing() {
        Person now = Person.student().atVersion(5);
        Bus.introduce(now);

        Bus.send(now.named("old").atVersion(4).fact(), now.named("repeated").fact());
        Bus.introduce(Person.student());

        Answer answer = Api.create(now, "Me", "again", List.of("x"));
        assertThat(answer.data().path("createdBy").path("username").asText()).isEqualTo(now.username());
    }

    private static void assertUnauthorized(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("success").asBoolean(true)).isFalse();
    }
}
