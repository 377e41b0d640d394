package io.ticketing.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class StandingRuleTest {

    private static final Instant EXPIRES = Instant.parse("2030-01-01T00:00:00Z");

    @Property
    void theNewerOfTokenAndStandingHolds(
            @ForAll @LongRange(min = 1, max = 9) long token,
            @ForAll @LongRange(min = 1, max = 9) long standing,
            @ForAll boolean tokenOnboarded,
            @ForAll boolean onboarded) {
        Verdict verdict = StandingRule.decide(
                claims(token, "told-by-token", tokenOnboarded),
                Optional.of(new Standing(standing, "told-by-standing", true, onboarded, 1, Set.of())));

        boolean tokenIsNewer = token > standing;
        assertThat(verdict)
                .isEqualTo(new Verdict.Accepted(new Caller(
                        "ada",
                        tokenIsNewer ? "told-by-token" : "told-by-standing",
                        tokenIsNewer ? tokenOnboarded : onboarded,
                        "token",
                        EXPIRES)));
    }

    @Property
    void aRevokedTokenIsEndedWhateverIsNewer(
            @ForAll long token, @ForAll long standing, @ForAll boolean active, @ForAll long notBefore) {
        Verdict verdict = StandingRule.decide(
                claims(token, "admin", true),
                Optional.of(new Standing(standing, "admin", active, true, notBefore, Set.of("other", "token"))));

        assertThat(verdict).isEqualTo(new Verdict.Ended());
    }

    @Property
    void aTokenFromBeforeTheCutIsEndedWhateverIsNewer(
            @ForAll @LongRange(min = 1, max = 9) long token,
            @ForAll @LongRange(min = 1, max = 9) long later,
            @ForAll long standing,
            @ForAll boolean active) {
        Verdict verdict = StandingRule.decide(
                claims(token, "admin", true),
                Optional.of(new Standing(standing, "admin", active, true, token + later, Set.of())));

        assertThat(verdict).isEqualTo(new Verdict.Ended());
    }

    @Property
    void whoIsDeactivatedMayNothingUntilATokenFromAfterwards(
            @ForAll @LongRange(min = 1, max = 9) long token, @ForAll @LongRange(min = 1, max = 9) long standing) {
        Verdict verdict = StandingRule.decide(
                claims(token, "admin", true), Optional.of(new Standing(standing, "admin", false, true, 1, Set.of())));

        assertThat(verdict instanceof Verdict.Deactivated).isEqualTo(token <= standing);
    }

    @Property
    void ofWhomNothingIsKnownTheTokenSpeaks(@ForAll long token, @ForAll boolean onboarded) {
        Verdict verdict = StandingRule.decide(claims(token, "student", onboarded), Optional.empty());

        assertThat(verdict).isEqualTo(new Verdict.Accepted(new Caller("ada", "student", onboarded, "token", EXPIRES)));
    }

    private static Claims claims(long version, String role, boolean onboarded) {
        return new Claims("ada", "token", version, role, onboarded, EXPIRES);
    }
}
