package io.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.audit.Recorded;
import io.ticketing.events.Role;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class UsersTest {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private final Users users;
    private final AuditLog audit;
    private final Clock clock;

    UsersTest(Users users, AuditLog audit, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @Test
    void whatIsRecordedIsThereWithTheChange() {
        // Given
        User user = SomeUser.unknown();

        // When
        boolean added = users.add(user, recorded(user));

        // Then
        assertThat(added).isTrue();
        assertThat(Recorded.actions(audit, user.id())).containsExactly(AuditedAction.ACCOUNT_UPDATED);
    }

    @Test
    void whoIsNotAddedIsNotRecorded() {
        // Given
        User known = SomeUser.added(users, Role.STUDENT);
        User same = User.registered(
                SomeUser.unknown().id(),
                known.email(),
                SomeUser.unknown().profile(),
                SomeUser.unknown().credentials(),
                clock.instant());

        // When
        boolean added = users.add(same, recorded(same));

        // Then
        assertThat(added).isFalse();
        assertThat(Recorded.of(audit, same.id())).isEmpty();
    }

    @Test
    void whatIsTakenIsToldByItsNameAndNotByItsValueAndNothingHappens() {
        // Given
        User known = SomeUser.added(users, Role.STUDENT);
        User user = SomeUser.added(users, Role.STUDENT);

        // When
        TakenException email = refused(user.change().email(known.email(), new PendingLink(user.id(), LATER)), user);
        TakenException name = refused(user.change().profile(known.profile()), user);
        TakenException google = refused(
                user.change().googleSub(String.valueOf(known.credentials().googleSub())), user);

        // Then
        assertThat(List.of(email.field(), name.field(), google.field()))
                .containsExactly("email", "username", "googleSub");
        assertThat(List.of(email, name, google))
                .allSatisfy(taken -> assertThat(taken).hasNoCause())
                .allSatisfy(taken -> assertThat(taken.getMessage()).doesNotContain(known.username()));
        assertThat(users.find(user.id())).hasValue(user);
        assertThat(Recorded.of(audit, user.id())).isEmpty();
    }

    @Test
    void aVersionThatIsNotTheNewestChangesAndRecordsNothing() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        User changed = user.change().skills(List.of("java")).at(clock.instant());
        users.replace(changed, List.of());

        // When
        boolean replaced = users.replace(user.change().skills(List.of()).at(clock.instant()), recorded(user));
        boolean removed = users.remove(user, recorded(user));

        // Then
        assertThat(replaced).isFalse();
        assertThat(removed).isFalse();
        assertThat(users.find(user.id())).hasValue(changed);
        assertThat(Recorded.of(audit, user.id())).isEmpty();
    }

    @Test
    void whoWasDeletedIsFoundByNothingAndCannotBeChanged() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);

        // When
        boolean removed = users.remove(user, recorded(user));

        // Then
        assertThat(removed).isTrue();
        assertThat(users.find(user.id())).isEmpty();
        assertThat(users.findByEmail(user.email())).isEmpty();
        assertThat(users.findByEmail("deleted " + user.id())).isEmpty();
        assertThat(users.findByGoogleSub(String.valueOf(user.credentials().googleSub())))
                .isEmpty();
        User after = user.change().at(clock.instant());
        assertThat(users.replace(after.change().at(clock.instant()), List.of())).isFalse();
        assertThat(users.remove(after, List.of())).isFalse();
    }

    @Test
    void ofManyChangesOfOneVersionAtOnceOneHappensAndIsRecorded() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);

        // When
        List<Boolean> happened = AtOnce.run(
                10, () -> users.replace(user.change().skills(List.of("java")).at(clock.instant()), recorded(user)));

        // Then
        assertThat(Collections.frequency(happened, true)).isOne();
        assertThat(Recorded.of(audit, user.id())).hasSize(1);
    }

    private TakenException refused(UserChange change, User user) {
        return catchThrowableOfType(
                TakenException.class, () -> users.replace(change.at(clock.instant()), recorded(user)));
    }

    private List<AuditEntry> recorded(User user) {
        return List.of(audit.done(AuditedAction.ACCOUNT_UPDATED, user.id(), user.id()));
    }
}
