package io.ticketing.e2e.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Header;
import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody learns from an answer whether an address has an account. */
@PlayedIn(World.IDENTITY)
class NothingToldTest {
    private static final Set<String> OF_EACH_ANSWER = Set.of("date", "x-request-id", "traceparent", "retry-after");

    private final Scene scene;
    private final Person known;
    private final String unknown;

    NothingToldTest(Scene scene) {
        this.scene = scene;
        this.known = scene.casting().student();
        this.unknown = scene.secrets().keep("nobody" + Casting.unique() + "@people.test");
    }

    @Test
    void aWrongPasswordIsRefusedAlikeForKnownAndUnknownAddresses() {
        Answer right = logsIn(known.email());
        Answer wrong = logsIn(unknown);

        areAlike(right, wrong, 401);
    }

    @Test
    void aForgottenPasswordIsAnsweredAlikeForKnownAndUnknownAddresses() {
        Answer right = forgets(known.email());
        Answer wrong = forgets(unknown);

        areAlike(right, wrong, 202);
    }

    @Test
    void whoeverTriesTooOftenIsRefusedAlikeAndUnderWhateverAddressHeClaims() {
        // Given
        String known = scene.casting().student().email();
        String unknown = scene.secrets().keep("nobody" + Casting.unique() + "@people.test");

        // When
        for (int count = 0; count < 10; count++) {
            claims(known, count).expect(401);
            claims(unknown, count).expect(401);
        }

        // Then
        areAlike(claims(known, 10), claims(unknown, 10), 429);
        assertThat(claims(known, 11).header("Retry-After")).isNotBlank();
    }

    private Answer logsIn(String email) {
        return scene.api().post("/auth/login", Map.of("email", email, "password", "Not-the-password-1!"), null);
    }

    private Answer forgets(String email) {
        return scene.api().post("/auth/forgot-password", Map.of("email", email), null);
    }

    /** A login that says it came from somewhere else. */
    private Answer claims(String email, int number) {
        String address = "203.0.113." + number;
        return scene.api()
                .send(
                        Method.POST,
                        "/api/v1/auth/login",
                        Map.of("email", email, "password", "Not-the-password-1!"),
                        Map.of("X-Forwarded-For", address, "X-Real-Ip", address, "Forwarded", "for=" + address));
    }

    private static void areAlike(Answer one, Answer other, int status) {
        one.expect(status);
        other.expect(status);
        assertThat(withoutTrace(one)).isEqualTo(withoutTrace(other));
        assertThat(headers(one)).isEqualTo(headers(other));
    }

    private static String withoutTrace(Answer answer) {
        return answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static List<String> headers(Answer answer) {
        return answer.headers().asList().stream()
                .filter(header -> !OF_EACH_ANSWER.contains(header.getName().toLowerCase(Locale.ROOT)))
                .map(Header::toString)
                .sorted()
                .toList();
    }
}
