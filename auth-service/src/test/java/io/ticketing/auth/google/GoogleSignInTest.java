package io.ticketing.auth.google;

import static io.ticketing.auth.google.Visitor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Person;
import io.ticketing.auth.Place;
import io.ticketing.auth.user.UsersBetweenLooks;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.oidc.Answer;
import io.ticketing.testing.oidc.OidcAccount;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithOidc;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithOidc
class GoogleSignInTest {

    private static final int WINDOWS = 4;

    private final MongoClient mongo;

    GoogleSignInTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @Test
    void whoeverIsNewGetsAnAccountAndASession() {
        // Given
        Visitor visitor = new Visitor();
        OidcAccount ada = Visitor.known(Visitor.account().named("Ada  Lovelace"));

        // When
        String token = visitor.signedIn(ada);

        // Then
        Person.get(token, "/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("user.email", is(ada.email()))
                .body("user.username", is("Ada Lovelace"))
                .body("user.role", is("student"))
                .body("user.onboardingCompleted", is(false));
        Document user = user(ada.email());
        assertThat(user.getString("googleSub")).isEqualTo(ada.sub());
        assertThat(user.getBoolean("emailProven")).isTrue();
        assertThat(user.containsKey("passwordHash")).isFalse();
        assertThat(recorded(user)).containsExactly("REGISTERED", "SIGNED_IN");
    }

    @Test
    void theSessionIsTheOnlyCookieThatStays() {
        // Given
        Visitor visitor = new Visitor();

        // When
        Answer answer = visitor.dance().signIn(Visitor.account());

        // Then
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.cookies())
                .filteredOn(cookie -> cookie.startsWith(Visitor.SESSION))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(visitor.browser().cookies()).contains(Visitor.SESSION).noneMatch(name -> name.startsWith("q_"));
    }

    @Test
    void whoeverComesAgainIsTheSameHoweverHisAddressChanged() {
        // Given
        OidcAccount ada = Visitor.account();
        String first = id(new Visitor().signedIn(ada));
        Visitor.known(ada.at("new-" + ada.email()).unverified());

        // When
        String second = id(new Visitor().signedIn(ada));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(recorded(user(ada.email()))).containsExactly("REGISTERED", "SIGNED_IN", "SIGNED_IN");
    }

    @Test
    void aProvenAccountIsLinkedAndKeepsItsPassword() {
        // Given
        Person ada = Person.unknown();
        String before = ada.registered();
        users().updateOne(Filters.eq("email", ada.email()), Updates.set("emailProven", true));

        // When
        String token = new Visitor().signedIn(Visitor.known(OidcAccount.of(ada.email())));

        // Then
        assertThat(id(token)).isEqualTo(id(before));
        ada.login().then().statusCode(200);
        assertThat(recorded(user(ada.email()))).contains("GOOGLE_LINKED").doesNotContain("EMAIL_PROVEN");
    }

    @Test
    void whoeverRegisteredAnAddressThatHeNeverProvedIsShutOutByItsOwner() {
        // Given
        Person squatter = Person.unknown();
        String before = squatter.registered();

        // When
        String token = new Visitor().signedIn(Visitor.known(OidcAccount.of(squatter.email())));

        // Then
        assertThat(id(token)).isEqualTo(user(squatter.email()).getString("_id"));
        Person.get(before, "/api/v1/auth/me").then().statusCode(401);
        squatter.login().then().statusCode(401);
        Document user = user(squatter.email());
        assertThat(user.getBoolean("emailProven")).isTrue();
        assertThat(user).doesNotContainKeys("passwordHash", "emailProof", "passwordReset");
        assertThat(recorded(user)).containsSubsequence("REGISTERED", "GOOGLE_LINKED", "EMAIL_PROVEN", "SIGNED_IN");
    }

    @Test
    void theOwnersPlaceIsKnownAndThoseOfBeforeAreNot() {
        // Given
        Person squatter = Person.unknown();
        squatter.registered();
        Place elsewhere = Place.unknown();
        elsewhere.login(squatter).then().statusCode(200);
        OidcAccount newcomer = Visitor.account();

        // When
        new Visitor().signedIn(Visitor.known(OidcAccount.of(squatter.email())));
        new Visitor().signedIn(newcomer);

        // Then
        assertThat(places(user(squatter.email()))).isEqualTo(1);
        assertThat(places(user(newcomer.email()))).isEqualTo(1);
    }

    @Test
    void anAddressThatGoogleDoesNotVouchForOpensNothingAndMakesNothing() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        OidcAccount claimed = Visitor.known(OidcAccount.of(ada.email()).unverified());
        OidcAccount unknown = Visitor.known(Visitor.account().unverified());

        // When
        Answer ofKnown = new Visitor().dance().signIn(claimed);
        Answer ofUnknown = new Visitor().dance().signIn(unknown);

        // Then
        assertRefused(ofKnown);
        assertRefused(ofUnknown);
        assertThat(user(ada.email()).containsKey("googleSub")).isFalse();
        assertThat(users().countDocuments(Filters.eq("email", unknown.email()))).isZero();
        ada.login().then().statusCode(200);
    }

    @Test
    void anAccountLinkedToOneStaysClosedToAnotherWithTheSameAddress() {
        // Given
        OidcAccount ada = Visitor.account();
        new Visitor().signedIn(ada);

        // When
        Answer answer = new Visitor().dance().signIn(Visitor.known(OidcAccount.of(ada.email())));

        // Then
        assertRefused(answer);
        assertThat(user(ada.email()).getString("googleSub")).isEqualTo(ada.sub());
    }

    @Test
    void aDeactivatedAccountStaysClosedLinkedOrNot() {
        // Given
        OidcAccount linked = Visitor.account();
        new Visitor().signedIn(linked);
        Person registered = Person.unknown();
        registered.registered();
        users().updateMany(Filters.in("email", linked.email(), registered.email()), Updates.set("status", "INACTIVE"));

        // When
        Answer ofLinked = new Visitor().dance().signIn(linked);
        Answer ofRegistered = new Visitor().dance().signIn(Visitor.known(OidcAccount.of(registered.email())));

        // Then
        assertRefused(ofLinked);
        assertRefused(ofRegistered);
        assertThat(user(registered.email()).containsKey("googleSub")).isFalse();
    }

    @Test
    void peopleOfOneNameGetDifferentUsernames() {
        // Given
        Person taken = Person.unknown();
        taken.registered();

        // When
        String token = new Visitor().signedIn(Visitor.known(Visitor.account().named(taken.username())));

        // Then
        String username = Person.get(token, "/api/v1/auth/me").path("user.username");
        assertThat(username).startsWith(taken.username().substring(0, 20)).isNotEqualTo(taken.username());
        assertThat(username.length()).isBetween(3, 30);
    }

    @Test
    void onesWindowsThatArriveAtOnceMakeOneAccount() {
        // Given
        OidcAccount ada = Visitor.account();
        Queue<Callable<String>> arrivals = new ConcurrentLinkedQueue<>();
        for (int window = 0; window < WINDOWS; window++) {
            Visitor visitor = new Visitor();
            URI back = visitor.dance().logIn(visitor.dance().begin(), ada);
            arrivals.add(() -> visitor.arrivedIn(back));
        }

        // When
        List<String> tokens = AtOnce.run(WINDOWS, () -> arrivals.remove().call());

        // Then
        assertThat(users().countDocuments(Filters.eq("googleSub", ada.sub()))).isEqualTo(1);
        assertThat(tokens)
                .extracting(GoogleSignInTest::id)
                .containsOnly(user(ada.email()).getString("_id"));
        assertThat(recorded(user(ada.email()))).containsOnlyOnce("REGISTERED").contains("SIGNED_IN");
    }

    @Test
    void oneWhoseOtherWindowIsFasterIsLetInAsHimself() {
        // Given
        OidcAccount ada = Visitor.account();
        Visitor faster = new Visitor();
        URI back = faster.dance().logIn(faster.dance().begin(), ada);
        UsersBetweenLooks.install(() -> faster.arrivedIn(back));

        // When
        String token = new Visitor().signedIn(ada);

        // Then
        assertThat(id(token)).isEqualTo(user(ada.email()).getString("_id"));
        assertThat(recorded(user(ada.email()))).containsExactly("REGISTERED", "SIGNED_IN", "SIGNED_IN");
    }

    @Test
    void oneWhoseOtherWindowKnowsAnotherAddressOfHisIsLetInAsHimself() {
        // Given
        OidcAccount ada = Visitor.account();
        Person registered = Person.unknown();
        registered.registered();
        OidcAccount moved = ada.at(registered.email());
        Visitor slower = new Visitor();
        Visitor faster = new Visitor();
        URI withTheNewAddress = slower.dance().logIn(slower.dance().begin(), Visitor.known(moved));
        UsersBetweenLooks.install(() -> faster.signedIn(Visitor.known(ada)));

        // When
        String token = slower.arrivedIn(withTheNewAddress);

        // Then
        assertThat(id(token)).isEqualTo(user(ada.email()).getString("_id"));
        assertThat(user(registered.email()).containsKey("googleSub")).isFalse();
    }

    private static String id(String token) {
        return Person.get(token, "/api/v1/auth/me")
                .then()
                .statusCode(200)
                .extract()
                .path("user._id");
    }

    private Document user(String email) {
        return users().find(Filters.eq("email", email)).first();
    }

    private List<String> recorded(Document user) {
        return mongo.getDatabase("auth")
                .getCollection("audit")
                .find(Filters.eq("subjectId", user.getString("_id")))
                .sort(Sorts.ascending("_id"))
                .map(entry -> entry.getString("action"))
                .into(new ArrayList<>());
    }

    private long places(Document user) {
        return mongo.getDatabase("auth")
                .getCollection("known-networks")
                .countDocuments(Filters.eq("userId", user.getString("_id")));
    }

    private MongoCollection<Document> users() {
        return mongo.getDatabase("auth").getCollection("users");
    }
}
