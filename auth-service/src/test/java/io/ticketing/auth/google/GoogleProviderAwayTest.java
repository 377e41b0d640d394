package io.ticketing.auth.google;

import static io.restassured.RestAssured.given;
import static io.ticketing.auth.google.Visitor.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Person;
import io.ticketing.testing.oidc.Answer;
import io.ticketing.testing.oidc.OidcAccount;
import io.ticketing.testing.oidc.RealOidcProvider;
import io.ticketing.testing.quarkus.OidcResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithOidc;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithOidc
class GoogleProviderAwayTest {

    /** More than quarkus-oidc has connections. */
    private static final int MANY = 8;

    private final RealOidcProvider provider = OidcResource.provider();
    private final Visitor visitor = new Visitor();
    private final OidcAccount ada = Visitor.account();
    private boolean down;
    private boolean silent;

    @AfterEach
    void bringTheProviderBack() {
        if (silent) {
            provider.resume();
        }
        if (down) {
            provider.restart();
        }
    }

    @Test
    void whileTheProviderIsDownNobodyGetsInAndAfterwardsEverybodyDoes() {
        // Given
        URI back = visitor.dance().logIn(visitor.dance().begin(), ada);
        killTheProvider();

        // When
        Answer answer = visitor.browser().get(back);

        // Then
        assertRefused(answer);
        Person.unknown().register().then().statusCode(201);
        bringItBack();
        new Visitor().signedIn(ada);
    }

    @Test
    void aSilentProviderIsNotWaitedForAndWearsNothingOut() {
        // Given
        List<Callable<Answer>> arrivals = new ArrayList<>();
        for (int one = 0; one < MANY; one++) {
            Visitor each = new Visitor();
            URI back = each.dance().logIn(each.dance().begin(), ada);
            arrivals.add(() -> each.browser().get(back));
        }
        provider.pause();
        silent = true;

        // When
        List<Future<Answer>> answers;
        try (ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = arrivals.stream().map(runners::submit).toList();
            Person.unknown().register().then().statusCode(201);
        }

        // Then
        answers.forEach(answer -> assertRefused(answer.resultNow()));
        provider.resume();
        silent = false;
        new Visitor().signedIn(ada);
    }

    @Test
    void keysThatTheProviderChangedAreFetchedAnew() {
        // Given
        visitor.signedIn(ada);

        // When
        killTheProvider();
        bringItBack();

        // Then
        new Visitor().signedIn(ada);
        given().get("/api/v1/auth/me").then().statusCode(401);
    }

    private void killTheProvider() {
        provider.kill();
        down = true;
    }

    private void bringItBack() {
        provider.restart();
        down = false;
    }
}
