package io.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.auth.AloneInDatabase;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(AloneInDatabase.class)
@WithMongo
@WithKafka
class LastAdminTest {

    private static final int MANY = 12;

    /** The ways to stop being an active admin. */
    private enum Departure {
        DEMOTED((users, user) -> users.replace(changed(user.change().role(Role.STUDENT)), List.of())),
        DEACTIVATED((users, user) -> users.replace(changed(user.change().status(AccountStatus.INACTIVE)), List.of())),
        DELETED((users, user) -> users.remove(user, List.of()));

        private final BiFunction<Users, User, Boolean> act;

        Departure(BiFunction<Users, User, Boolean> act) {
            this.act = act;
        }

        /** Whether it happened. */
        boolean of(User user, Users users) {
            try {
                return act.apply(users, user);
            } catch (LastAdminException refused) {
                return false;
            }
        }

        private static User changed(UserChange change) {
            return change.at(Clock.systemUTC().instant());
        }
    }

    private final Users users;
    private final AuditLog audit;
    private final MongoClient mongo;

    LastAdminTest(Users users, AuditLog audit, MongoClient mongo) {
        this.users = users;
        this.audit = audit;
        this.mongo = mongo;
    }

    @BeforeEach
    void nobodyIsThere() {
        database().getCollection("users").deleteMany(new Document());
        database().getCollection("audit").deleteMany(new Document());
    }

    @ParameterizedTest
    @EnumSource(Departure.class)
    void theLastActiveAdminStaysAsHeIs(Departure departure) {
        // Given
        User last = SomeUser.added(users, Role.ADMIN);
        User inactive = SomeUser.added(users, Role.ADMIN);
        Departure.DEACTIVATED.of(inactive, users);
        SomeUser.added(users, Role.MODERATOR);

        // When
        boolean happened = departure.of(last, users);

        // Then
        assertThat(happened).isFalse();
        assertThat(users.find(last.id())).hasValue(last);
    }

    @ParameterizedTest
    @EnumSource(Departure.class)
    void withAnotherActiveAdminHeMayGo(Departure departure) {
        // Given
        User one = SomeUser.added(users, Role.ADMIN);
        SomeUser.added(users, Role.ADMIN);

        // When
        boolean happened = departure.of(one, users);

        // Then
        assertThat(happened).isTrue();
    }

    @Test
    void anAdminWhoIsDeletedDoesNotCountWhileThisIsStillToBeTold() {
        // Given
        User one = SomeUser.added(users, Role.ADMIN);
        User other = SomeUser.added(users, Role.ADMIN);
        assertThat(Departure.DELETED.of(one, users)).isTrue();

        // When
        boolean happened = Departure.DEMOTED.of(other, users);

        // Then
        assertThat(happened).isFalse();
    }

    @Test
    void theLastAdminMayChangeOtherwise() {
        // Given
        User last = SomeUser.added(users, Role.ADMIN);

        // When
        boolean happened = users.replace(
                last.change().skills(List.of("java")).at(Clock.systemUTC().instant()), List.of());

        // Then
        assertThat(happened).isTrue();
    }

    @Test
    void whatIsRefusedIsNotRecorded() {
        // Given
        User last = SomeUser.added(users, Role.ADMIN);
        List<AuditEntry> recorded = List.of(audit.done(AuditedAction.ACCOUNT_DELETED, last.id(), last.id()));

        // When / Then
        assertThatThrownBy(() -> users.remove(last, recorded)).isInstanceOf(LastAdminException.class);
        assertThat(database().getCollection("audit").countDocuments()).isZero();
    }

    @RepeatedTest(40)
    void ofTwoAdminsWhoTakeEachOtherAwayAtOnceOneStays() {
        // Given
        Queue<User> both = admins(2);

        // When
        List<Boolean> happened = AtOnce.run(2, () -> Departure.DEMOTED.of(both.remove(), users));

        // Then
        assertThat(Collections.frequency(happened, true)).isOne();
        assertThat(activeAdmins()).isOne();
    }

    @RepeatedTest(8)
    void ofManyAdminsWhoAreTakenAwayAtOnceInAnyWayOneStays() {
        // Given
        Queue<User> all = admins(MANY);
        Queue<Departure> ways = new ConcurrentLinkedQueue<>(Collections.nCopies(MANY / 3, Departure.values()).stream()
                .flatMap(Stream::of)
                .toList());

        // When
        List<Boolean> happened = AtOnce.run(MANY, () -> ways.remove().of(all.remove(), users));

        // Then
        assertThat(Collections.frequency(happened, true)).isEqualTo(MANY - 1);
        assertThat(activeAdmins()).isOne();
    }

    @Test
    void theRuleHoldsEvenIfTheContestedDocumentIsGone() {
        // Given
        database().getCollection("admins").deleteMany(new Document());
        Queue<User> all = admins(MANY);

        // When
        AtOnce.run(MANY, () -> Departure.DEMOTED.of(all.remove(), users));

        // Then
        assertThat(activeAdmins()).isOne();
    }

    private Queue<User> admins(int count) {
        return new ConcurrentLinkedQueue<>(Stream.generate(() -> SomeUser.added(users, Role.ADMIN))
                .limit(count)
                .toList());
    }

    private long activeAdmins() {
        return database().getCollection("users").countDocuments(LastAdmin.ACTIVE_ADMIN);
    }

    private MongoDatabase database() {
        return mongo.getDatabase("auth-alone");
    }
}
