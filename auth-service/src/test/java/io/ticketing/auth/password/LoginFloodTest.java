package io.ticketing.auth.password;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.Place;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class LoginFloodTest {

    private static final int AT_ONCE = PasswordHashing.concurrency(
            Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors());
    private static final int LOGINS = 3 * AT_ONCE * PasswordHashing.PER_NETWORK_AND_RUNNING;

    @Test
    void inAFloodSomeAreServedTheRestAreSentAwayAndOthersGoOn() throws Exception {
        // Given
        Person ada = Person.unknown();
        Place home = Place.unknown();
        String token = home.register(ada).path("token");
        Place flooding = Place.unknown();
        CountDownLatch tooMany = new CountDownLatch(1);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            List<Future<Response>> flood = Stream.generate(() -> callers.submit(() -> {
                        Response answer = flooding.login(ada);
                        if (answer.statusCode() == 503) {
                            tooMany.countDown();
                        }
                        return answer;
                    }))
                    .limit(LOGINS)
                    .toList();
            assertThat(tooMany.await(1, TimeUnit.MINUTES)).isTrue();
            Future<Response> atHome = callers.submit(() -> served(home, ada));
            Response me = Person.get(token, "/api/v1/auth/me");
            Response keys = given().get("/.well-known/jwks.json");
            boolean stillFlooded = flood.stream().anyMatch(login -> !login.isDone());

            // Then
            assertThat(stillFlooded).isTrue();
            assertThat(List.of(me, keys, atHome.get()))
                    .extracting(Response::statusCode)
                    .containsOnly(200);
            List<Response> logins = new ArrayList<>();
            for (Future<Response> login : flood) {
                logins.add(login.get());
            }
            assertThat(logins).extracting(Response::statusCode).contains(200).containsOnly(200, 503);
            assertThat(logins)
                    .filteredOn(answer -> answer.statusCode() == 503)
                    .isNotEmpty()
                    .allSatisfy(
                            answer -> assertThat(answer.header("Retry-After")).isEqualTo("5"));
        }
        String metrics = given().get("/q/metrics").asString();
        assertThat(gauge(metrics, "executor_pool_size_threads")).isLessThanOrEqualTo(AT_ONCE);
        assertThat(gauge(metrics, "executor_queue_remaining_tasks"))
                .isEqualTo(AT_ONCE * PasswordHashing.WAITING_PER_RUNNING);
    }

    /** A slow machine may keep somebody waiting for too long; whoever then comes again, as he is told to, is served. */
    private static Response served(Place home, Person person) {
        AtomicReference<Response> answer = new AtomicReference<>();
        Eventually.eventually(Duration.ofMinutes(1), () -> {
            answer.set(home.login(person));
            assertThat(answer.get().statusCode()).isNotEqualTo(503);
        });
        return answer.get();
    }

    private static double gauge(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name) && line.contains("name=\"passwords\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
