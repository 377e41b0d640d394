package io.ticketing.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/**
 * The standing rule against a model: a user lives through some history; a token was issued at one version of him, a projection has come as far as
 * another.
 */
class StandingHistoryTest {

    private static final Instant EXPIRES = Instant.parse("2030-01-01T00:00:00Z");

    enum Kind {
        ROLE,
        STATUS,
        ONBOARDED,
        SIGNED_OUT,
        PASSWORD_CHANGED
    }

    /** One change; {@code choice} says which role, or which version's token was ended. */
    record Change(Kind kind, int choice) {}

    @Property(tries = 5_000)
    void whatHoldsIsTheStateAtTheLaterOfTokenAndProjectionAndWhatEndedStaysEnded(
            @ForAll("changes") @Size(max = 12) List<Change> changes, @ForAll int tokenAt, @ForAll int projectionAt) {
        List<Standing> history = history(changes);
        Standing issuedOn = history.get(Math.floorMod(tokenAt, history.size()));
        Standing known = history.get(Math.floorMod(projectionAt, history.size()));
        Assume.that(issuedOn.active());

        Verdict verdict = StandingRule.decide(tokenOf(issuedOn), Optional.of(known));

        Standing later = issuedOn.version() > known.version() ? issuedOn : known;
        if (known.revokedTokenIds().contains(id(issuedOn.version())) || known.tokensNotBefore() > issuedOn.version()) {
            assertThat(verdict).isEqualTo(new Verdict.Ended());
        } else if (!later.active()) {
            assertThat(verdict).isEqualTo(new Verdict.Deactivated());
        } else {
            assertThat(verdict)
                    .isEqualTo(new Verdict.Accepted(
                            new Caller("ada", later.role(), later.onboarded(), id(issuedOn.version()), EXPIRES)));
        }
    }

    @Property
    void aProjectionThatIsUpToDateKnowsEveryTokenThatEnded(@ForAll("changes") @Size(max = 12) List<Change> changes) {
        List<Standing> history = history(changes);
        Standing now = history.getLast();
        history.stream()
                .filter(then -> then.version() < now.tokensNotBefore()
                        || now.revokedTokenIds().contains(id(then.version())))
                .forEach(then -> assertThat(StandingRule.decide(tokenOf(then), Optional.of(now)))
                        .isEqualTo(new Verdict.Ended()));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 20))
                .as(Change::new)
                .list();
    }

    private static List<Standing> history(List<Change> changes) {
        List<Standing> history = new ArrayList<>(List.of(new Standing(1, "student", true, false, 0, Set.of())));
        changes.forEach(change -> history.add(after(history.getLast(), change)));
        return history;
    }

    private static Standing after(Standing last, Change change) {
        long version = last.version() + 1;
        String role = change.kind() == Kind.ROLE
                ? List.of("student", "moderator", "admin").get(change.choice() % 3)
                : last.role();
        boolean active = (change.kind() == Kind.STATUS) != last.active();
        boolean onboarded = last.onboarded() || change.kind() == Kind.ONBOARDED;
        Set<String> revoked = new HashSet<>(last.revokedTokenIds());
        if (change.kind() == Kind.SIGNED_OUT) {
            revoked.add(id(1 + change.choice() % last.version()));
        }
        boolean cut = change.kind() == Kind.PASSWORD_CHANGED;
        return new Standing(
                version, role, active, onboarded, cut ? version : last.tokensNotBefore(), cut ? Set.of() : revoked);
    }

    private static Claims tokenOf(Standing user) {
        return new Claims("ada", id(user.version()), user.version(), user.role(), user.onboarded(), EXPIRES);
    }

    private static String id(long version) {
        return "token of " + version;
    }
}
