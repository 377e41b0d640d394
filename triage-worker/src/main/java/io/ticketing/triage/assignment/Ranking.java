package io.ticketing.triage.assignment;

import io.ticketing.events.Priority;
import io.ticketing.events.Role;
import io.ticketing.triage.desk.CaseDocument;
import io.ticketing.triage.desk.DeskLoad;
import io.ticketing.triage.skill.SkillVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** With all that he can do. */
    Skilled skilled(StaffMember member) {
        return new Skilled(member, vocabulary.covered(member.skills()));
    }

    /** What a ticket needs by what people have set of it, and by what was found where they have set nothing. */
    Need asSet(Need found, CaseDocument known) {
        Priority priority = known.priority();
        List<String> skills = known.relatedSkills();
        return found.as(
                priority == null ? null : Turn.rank(priority),
                skills == null
                        ? null
                        : skills.stream().map(vocabulary::normalised).distinct().toList());
    }

    /** The plan for one ticket, with the staff and their desks as they are now. */
    Plan plan(Need need, List<Skilled> staff, Map<String, DeskLoad> desks, Instant now) {
        List<Considered> all = consider(need, staff, desks);
        List<Considered> fitting = fitting(all);
        Optional<Considered> best = fitting.stream().filter(Considered::isFree).min(BEST_FIT);
        if (best.isPresent()) {
            return give(best.get(), need, all);
        }
        boolean hasWaitedEnough = need.waitingSince() != null
                && !need.waitingSince().plus(maxWait).isAfter(now);
        if (!fitting.isEmpty() && !hasWaitedEnough) {
            return new Plan.Wait(Words.ALL_BUSY, candidates(all));
        }
        return all.stream()
                .filter(considered -> considered.has(Role.ADMIN) && considered.isFree())
                .min(BEST_ADMIN)
                .<Plan>map(admin -> give(admin, need, all))
                .orElseGet(() -> new Plan.Wait(fitting.isEmpty() ? Words.NOBODY : Words.ALL_BUSY, candidates(all)));
    }

    /** The plan that gives the ticket to {@code holder}, whoever else would be better; empty when he cannot have it, or is an admin who need not. */
    Optional<Plan.Give> keeping(
            Need need, String holder, List<Skilled> staff, Map<String, DeskLoad> desks, Instant now) {
        List<Considered> all = consider(need, staff, desks);
        return all.stream()
                .filter(considered -> considered.member().id().equals(holder) && considered.isFree())
                .filter(considered -> considered.has(Role.MODERATOR) || isForAdmins(plan(need, staff, desks, now)))
                .findFirst()
                .map(keeper -> give(keeper, need, all));
    }

    private static boolean isForAdmins(Plan plan) {
        return plan instanceof Plan.Give give && give.to().role() == Role.ADMIN;
    }

    private static Plan.Give give(Considered to, Need need, List<Considered> all) {
        String explanation =
                to.has(Role.ADMIN) ? Words.admin(to, need, !fitting(all).isEmpty()) : Words.bestFit(to, need);
        return new Plan.Give(to.member(), to.openTickets(), explanation, candidates(all));
    }

    private static List<Considered> fitting(List<Considered> all) {
        return all.stream()
                .filter(considered -> considered.has(Role.MODERATOR) && considered.fits())
                .toList();
    }

    private static List<Candidate> candidates(List<Considered> all) {
        return all.stream().map(Considered::candidate).toList();
    }

    private static List<Considered> consider(Need need, List<Skilled> staff, Map<String, DeskLoad> desks) {
        return staff.stream()
                .map(skilled -> consider(
                        need, skilled, desks.getOrDefault(skilled.member().id(), DeskLoad.EMPTY)))
                .toList();
    }

    private static Considered consider(Need need, Skilled skilled, DeskLoad desk) {
        StaffMember member = skilled.member();
        List<String> matched =
                need.skills().stream().filter(skilled.skills()::contains).toList();
        return new Considered(member, matched, desk, need.requesterId().equals(member.id()));
    }
}
