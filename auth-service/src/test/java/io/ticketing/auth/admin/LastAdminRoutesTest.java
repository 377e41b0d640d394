package io.ticketing.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.auth.AloneInDatabase;
import io.ticketing.auth.Signed;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.Recorded;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AloneInDatabase.class)
@WithMongo
@WithKafka
class LastAdminRoutesTest {

    private static final String ONE = "/api/v1/auth/admin/user/{id}";

    private final Users users;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private final MongoClient mongo;

    LastAdminRoutesTest(Users users, AccessTokens tokens, AuditLog audit, MongoClient mongo) {
        this.users = users;
        this.tokens = tokens;
        this.audit = audit;
        this.mongo = mongo;
    }

    @BeforeEach
    void nobodyIsThere() {
        mongo.getDatabase("auth-alone").getCollection("users").deleteMany(new Document());
    }

    @Test
    void theLastAdminCannotTakeHimselfAway() {
        // Given
        Signed last = Signed.in(Role.ADMIN, users, tokens);

        // When
        List<Integer> statuses = List.of(
                last.sends(Map.of("role", "student"))
                        .patch(ONE + "/update-account", last.id())
                        .statusCode(),
                last.sends(Map.of("status", "inactive"))
                        .patch(ONE + "/update-account", last.id())
                        .statusCode(),
                last.sends(Map.of("role", "student", "bio", "x"))
                        .patch(ONE + "/update-account", last.id())
                        .statusCode(),
                last.sends(Map.of("status", "inactive"))
                        .patch(ONE + "/status", last.id())
                        .statusCode(),
                last.asks().patch(ONE + "/status", last.id()).statusCode(),
                last.gets(ONE + "/status", last.id()).statusCode());

        // Then
        assertThat(statuses).containsOnly(409);
        assertThat(users.find(last.id())).hasValue(last.user());
        assertThat(Recorded.of(audit, last.id())).isEmpty();
    }

    @Test
    void withAnotherAdminHeCan() {
        // Given
        Signed one = Signed.in(Role.ADMIN, users, tokens);
        Signed.in(Role.ADMIN, users, tokens);

        // When / Then
        one.sends(Map.of("role", "student"))
                .patch(ONE + "/update-account", one.id())
                .then()
                .statusCode(200);
    }

    @RepeatedTest(5)
    void ofTwoAdminsWhoDeleteEachOtherAtOnceOneStays() {
        // Given
        Signed one = Signed.in(Role.ADMIN, users, tokens);
        Signed other = Signed.in(Role.ADMIN, users, tokens);
        Queue<Signed> actors = new ConcurrentLinkedQueue<>(List.of(one, other));

        // When
        List<Integer> statuses = AtOnce.run(2, () -> {
            Signed actor = actors.remove();
            String victim = actor == one ? other.id() : one.id();
            return actor.asks().delete(ONE, victim).statusCode();
        });

        // Then
        assertThat(statuses).contains(200).containsAnyOf(401, 409).hasSize(2);
        assertThat(users.haveActiveAdmin()).isTrue();
    }
}
