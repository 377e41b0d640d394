package io.ticketing.auth.firstadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketing.auth.AloneInDatabase;
import io.ticketing.auth.Person;
import io.ticketing.auth.account.EmailAddress;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.user.PendingLink;
import io.ticketing.auth.user.SomeUser;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AloneInDatabase.class)
@WithMongo
@WithKafka
class FirstAdminTest {

    private static final Person OPERATORS_CHOICE = new Person("first", AloneInDatabase.EMAIL, AloneInDatabase.PASSWORD);

    private final FirstAdmin configured;
    private final Users users;
    private final PasswordHashing hashing;
    private final AuditLog audit;
    private final Clock clock;
    private final MongoClient mongo;

    FirstAdminTest(
            FirstAdmin configured,
            Users users,
            PasswordHashing hashing,
            AuditLog audit,
            Clock clock,
            MongoClient mongo) {
        this.configured = configured;
        this.users = users;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
        this.mongo = mongo;
    }

    @BeforeEach
    void nobodyIsThere() {
        stored().deleteMany(new Document());
        entries().deleteMany(new Document());
    }

    @Test
    void theOperatorsChoiceComesInAsAnOnboardedAdmin() {
        // When
        start(configured);

        // Then
        Response in = OPERATORS_CHOICE.login();
        in.then()
                .statusCode(200)
                .body("user.username", is("first"))
                .body("user.role", is("admin"))
                .body("user.status", is("active"))
                .body("user.onboardingCompleted", is(true));
        assertThat(users.findByEmail(AloneInDatabase.EMAIL).orElseThrow())
                .satisfies(admin -> assertThat(admin.version()).isEqualTo(1))
                .satisfies(
                        admin -> assertThat(admin.credentials().emailProven()).isTrue());
        assertThat(actions()).containsExactly("REGISTERED", "SIGNED_IN");
    }

    @Test
    void aSecondStartChangesNothing() {
        // Given
        start(configured);
        Document before = admin();

        // When
        start(configured);

        // Then
        assertThat(admin()).containsAllEntriesOf(without(before, "outbox"));
        assertThat(stored().countDocuments()).isOne();
    }

    @Test
    void ofManyReplicasThatStartAtOnceOneMakesIt() {
        // When
        AtOnce.run(8, () -> {
            start(configured);
            return true;
        });

        // Then
        assertThat(stored().countDocuments()).isOne();
        assertThat(actions()).containsExactly("REGISTERED");
    }

    @Test
    void whereThereIsAnAdminNobodyElseBecomesOne() {
        // Given
        SomeUser.added(users, Role.ADMIN);

        // When
        start(configured);

        // Then
        assertThat(users.findByEmail(AloneInDatabase.EMAIL)).isEmpty();
    }

    @Test
    void anAdminWhoMayNotComeInDoesNotCount() {
        // Given
        User inactive = SomeUser.added(users, Role.ADMIN);
        stored().updateOne(Filters.eq("_id", inactive.id()), Updates.set("status", "INACTIVE"));

        // When
        start(configured);

        // Then
        OPERATORS_CHOICE.login().then().statusCode(200).body("user.role", is("admin"));
    }

    @Test
    void whoeverRegisteredTheAddressFirstDoesNotStayIn() {
        // Given
        Person squatter = new Person("squatter", AloneInDatabase.EMAIL, "correct horse battery");
        String token = squatter.registered();
        String id = admin().getString("_id");

        // When
        start(configured);

        // Then
        assertThat(mongo.getDatabase("auth-alone")
                        .getCollection("known-networks")
                        .countDocuments(Filters.eq("userId", id)))
                .isZero();
        squatter.login().then().statusCode(401);
        Person.get(token, "/api/v1/auth/me").then().statusCode(401);
        OPERATORS_CHOICE.login().then().statusCode(200).body("user.role", is("admin"));
        assertThat(actions()).containsExactly("REGISTERED", "ROLE_CHANGED", "SIGNED_IN");
        assertThat(admin().keySet()).doesNotContain("emailProof", "passwordReset", "googleSub");
    }

    @Test
    void nobodysGoogleAccountOpensAnAddressThatWasNotProven() {
        // Given
        User other = SomeUser.added(users, Role.STUDENT);
        users.replace(
                other.change()
                        .email(AloneInDatabase.EMAIL, new PendingLink("a hash", Instant.parse("2027-01-01T00:00:00Z")))
                        .at(clock.instant()),
                List.of());

        // When
        start(configured);

        // Then
        assertThat(users.findByGoogleSub(String.valueOf(other.credentials().googleSub())))
                .isEmpty();
        OPERATORS_CHOICE.login().then().statusCode(200);
    }

    @Test
    void whoeverProvedTheAddressKeepsHisPasswordAndHisTokens() {
        // Given
        Person ada = new Person("ada", AloneInDatabase.EMAIL, "correct horse battery");
        String token = ada.registered();
        User known = users.findByEmail(AloneInDatabase.EMAIL).orElseThrow();
        users.replace(known.change().emailProven().at(clock.instant()), List.of());

        // When
        start(configured);

        // Then
        OPERATORS_CHOICE.login().then().statusCode(401);
        ada.login().then().statusCode(200).body("user.role", is("admin"));
        Person.get(token, "/api/v1/auth/me").then().statusCode(200).body("user.role", is("admin"));
    }

    @Test
    void whoeverCameInWithGoogleGetsThePasswordBesides() {
        // Given
        User known = SomeUser.added(users, Role.STUDENT);
        stored().updateOne(Filters.eq("_id", known.id()), Updates.set("email", AloneInDatabase.EMAIL));

        // When
        start(configured);

        // Then
        OPERATORS_CHOICE.login().then().statusCode(200).body("user.role", is("admin"));
        assertThat(users.findByGoogleSub(String.valueOf(known.credentials().googleSub())))
                .map(User::id)
                .hasValue(known.id());
    }

    @Test
    void aNameThatIsTakenIsNoObstacle() {
        // Given
        new Person("first", "other@example.org", "correct horse battery").registered();

        // When
        start(configured);

        // Then
        assertThat(users.findByEmail(AloneInDatabase.EMAIL).orElseThrow().username())
                .startsWith("first-");
    }

    @Test
    void withoutAPasswordNobodyIsMadeAtStartButTheOwnerIsDue() {
        // Given
        FirstAdmin byGoogle = new FirstAdmin(
                new FirstAdminSetting(EmailAddress.typed(AloneInDatabase.EMAIL), Optional.empty()),
                users,
                hashing,
                audit,
                clock);

        // When
        start(byGoogle);

        // Then
        assertThat(stored().countDocuments()).isZero();
        assertThat(byGoogle.isDue(AloneInDatabase.EMAIL)).isTrue();
        assertThat(byGoogle.isDue("other@example.org")).isFalse();
    }

    @Test
    void whereThereIsAnAdminNobodyIsDue() {
        // When
        start(configured);

        // Then
        assertThat(configured.isDue(AloneInDatabase.EMAIL)).isFalse();
    }

    private static void start(FirstAdmin firstAdmin) {
        firstAdmin.make(new StartupEvent());
    }

    private Document admin() {
        return stored().find(Filters.eq("email", AloneInDatabase.EMAIL)).first();
    }

    private MongoCollection<Document> stored() {
        return mongo.getDatabase("auth-alone").getCollection("users");
    }

    private MongoCollection<Document> entries() {
        return mongo.getDatabase("auth-alone").getCollection("audit");
    }

    private static Document without(Document document, String field) {
        Document rest = new Document(document);
        rest.remove(field);
        return rest;
    }

    private List<String> actions() {
        return entries().find().map(entry -> entry.getString("action")).into(new ArrayList<>());
    }
}
