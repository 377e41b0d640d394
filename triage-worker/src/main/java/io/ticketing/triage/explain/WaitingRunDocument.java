package io.ticketing.triage.explain;

import com.mongodb.client.model.Projections;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Role;
import io.ticketing.triage.run.RunState;
import io.ticketing.triage.run.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What the queue tells of a run that waits, for somebody who is free or for a person who looks. */
@RegisterForReflection
public record WaitingRunDocument(
        @BsonId String id,
        String ticketId,
        String title,
        RunState state,
        Step next,
        Instant createdAt,
        @Nullable Integer rank,
        @Nullable List<Considered> candidates,
        @Nullable Instant queuedAt,
        @Nullable Instant waitingSince,
        @Nullable Map<String, Instant> steps,
        @Nullable String reason,
        @Nullable Boolean withheld) {

    static final Bson FIELDS = Projections.include(
            "ticketId",
            "title",
            "state",
            "next",
            "createdAt",
            "rank",
            "candidates.role",
            "candidates.matched",
            "queuedAt",
            "waitingSince",
            "steps",
            "reason",
            "withheld");

    /** Of somebody who was considered whether he has any of the skills. */
    @RegisterForReflection
    public record Considered(Role role, List<String> matched) {}

    /** Why it waits. */
    String why() {
        if (state != RunState.DONE && reason != null) {
            return reason;
        }
        return Boolean.TRUE.equals(withheld)
                ? "A person took the ticket from whoever had it, and decides who gets it."
                : "Triage found somebody, but the ticket is not his; a person has to say who does it.";
    }

    /** Since when it waits. */
    Instant since() {
        if (state == RunState.QUEUED && queuedAt != null) {
            return waitingSince == null ? queuedAt : waitingSince;
        }
        Instant ended = steps == null ? null : steps.get(next.name());
        return ended == null ? createdAt : ended;
    }

    /** Whether it waits for moderators who have the skills: then it does not wait for ever. */
    boolean waitsForModerators() {
        return state == RunState.QUEUED
                && candidates != null
                && candidates.stream()
                        .anyMatch(one ->
                                one.role() == Role.MODERATOR && !one.matched().isEmpty());
    }
}
