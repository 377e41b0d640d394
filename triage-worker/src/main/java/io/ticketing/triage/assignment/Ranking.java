package io.ticketing.triage.assignment;

import io.ticketing.events.Role;
import io.ticketing.triage.desk.DeskLoad;
import io.ticketing.triage.skill.SkillVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who should get a ticket: of the moderators who have its skills and room for it the one with most of the skills, then with the fewest open
 * tickets, then who waits longest for one. Nobody has the skills: the least loaded admin. Those who have them are full or away: it waits,
 * but not for ever. Pure and immutable.
 */
public final class Ranking {

    private static final Comparator<Considered> LEAST_LOADED = Comparator.comparingInt(Considered::openTickets)
            .thenComparing(Considered::lastAssignedAt)
            .thenComparing(considered -> considered.member().id());
    private static final Comparator<Considered> BEST_FIT =
            Comparator.comparingInt(Considered::fit).reversed().thenComparing(LEAST_LOADED);
    private static final Comparator<Considered> BEST_ADMIN = Comparator.<Considered>comparingInt(
                    considered -> considered.member().available() ? 0 : 1)
            .thenComparing(LEAST_LOADED);

    private final SkillVocabulary vocabulary;
    private final Duration maxWait;

    /**
     * Rules for one vocabulary.
     *
     * @param maxWait how long a ticket waits for moderators who are full or away before an admin gets it
     */
    public Ranking(SkillVocabulary vocabulary, Duration maxWait) {
        this.vocabulary = vocabulary;
        this.maxWait = maxWait;
    }

    /** The plan for one ticket, with the staff and their desks as they are now. */
    public Plan plan(Need need, List<StaffMember> staff, Map<String, DeskLoad> desks, Instant now) {
        List<Considered> all = staff.stream()
                .map(member -> consider(need, member, desks.getOrDefault(member.id(), DeskLoad.EMPTY)))
                .toList();
        List<Considered> fitting = all.stream()
                .filter(considered -> considered.has(Role.MODERATOR) && considered.fits())
                .toList();
        List<Candidate> candidates = all.stream().map(Considered::candidate).toList();
        Optional<Considered> best = fitting.stream().filter(Considered::isFree).min(BEST_FIT);
        if (best.isPresent()) {
            return give(best.get(), Words.bestFit(best.get(), need), candidates);
        }
        boolean hasWaitedEnough = need.waitingSince() != null
                && !need.waitingSince().plus(maxWait).isAfter(now);
        if (!fitting.isEmpty() && !hasWaitedEnough) {
            return new Plan.Wait(Words.ALL_BUSY, candidates);
        }
        return all.stream()
                .filter(considered -> considered.has(Role.ADMIN) && considered.isFree())
                .min(BEST_ADMIN)
                .<Plan>map(admin -> give(admin, Words.admin(admin, need, !fitting.isEmpty()), candidates))
                .orElseGet(() -> new Plan.Wait(fitting.isEmpty() ? Words.NOBODY : Words.ALL_BUSY, candidates));
    }

    private static Plan give(Considered to, String explanation, List<Candidate> candidates) {
        return new Plan.Give(to.member(), to.openTickets(), explanation, candidates);
    }

    private Considered consider(Need need, StaffMember member, DeskLoad desk) {
        Set<String> covered = vocabulary.covered(member.skills());
        List<String> matched = need.skills().stream().filter(covered::contains).toList();
        return new Considered(member, matched, desk, need.requesterId().equals(member.id()));
    }
}
