package io.ticketing.auth.password;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.Place;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class LoginFloodTest {

    private static final int LOGINS = 300;

    @Test
    void inAFloodSomeAreServedTheRestAreSentAwayAndOtherRoutesGoOn() {
        // Given
        Person ada = Person.unknown();
        String token = ada.registered();
        AtomicInteger turn = new AtomicInteger();
        Queue<Response> others = new ConcurrentLinkedQueue<>();

        // When
        List<Response> logins = AtOnce.run(LOGINS, () -> {
            if (turn.getAndIncrement() % 10 == 0) {
                others.add(Person.get(token, "/api/v1/auth/me"));
                others.add(given().get("/.well-known/jwks.json"));
            }
            return Place.unknown().login(ada);
        });

        // Then
        assertThat(others).hasSize(LOGINS / 5).allMatch(answer -> answer.statusCode() == 200);
        assertThat(logins).extracting(Response::statusCode).containsOnly(200, 503);
        assertThat(logins)
                .filteredOn(answer -> answer.statusCode() == 503)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isEqualTo("5"));
        int atOnce = PasswordHashing.concurrency(
                Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors());
        String metrics = given().get("/q/metrics").asString();
        assertThat(gauge(metrics, "executor_pool_size_threads")).isLessThanOrEqualTo(atOnce);
        assertThat(gauge(metrics, "executor_queue_remaining_tasks"))
                .isEqualTo(atOnce * PasswordHashing.WAITING_PER_RUNNING);
    }

    private static double gauge(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name) && line.contains("name=\"passwords\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
