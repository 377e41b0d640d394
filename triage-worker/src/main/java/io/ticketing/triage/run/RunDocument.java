package io.ticketing.triage.run;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.outbox.OutboxState;
import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.assignment.Candidate;
import io.ticketing.triage.assignment.Need;
import io.ticketing.triage.assignment.Turn;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The durable run of one ticket: what it is about, what has been found, and what remains to be done.
 *
 * @param id id of the fact that caused it, so that the same fact never causes two
 * @param ticketVersion the ticket's version in which it said this; of two runs of a ticket the one with the higher counts
 * @param version counts the changes that facts tell of, from 1
 * @param next the step to do next; kept when the run has ended
 * @param createdAt when the ticket was opened, as far as it is known: its place among those that wait
 * @param wakeAt when a worker may take it: the time of its next try, or the end of its lease; null when nothing is to be done
 * @param lease who took it last
 * @param takings how often it was taken since a step was last remembered
 * @param failures how often it failed in a way that nobody foresaw
 * @param analysis the result of {@link Step#ANALYSE}
 * @param rank orders the queue, 3 for high to 1 for low priority; as analysed, unless a person has set the priority
 * @param skills what an assignee is looked for by: as analysed, unless a person has set them; null until one is looked for
 * @param attempts all tries to analyse
 * @param candidates everybody who was considered last
 * @param queuedAt when it was found that the ticket has to wait
 * @param waitingSince when the wait of its ticket began, if that was already under way when this run began
 * @param reason why it waits or needs a person
 * @param assigneeId the result of {@link Step#ASSIGN}
 * @param explanation why that assignee, in words
 * @param handled ids of the facts that opened it again, so that a repeat is recognised
 * @param outbox facts that wait
 */
@RegisterForReflection
public record RunDocument(
        @BsonId String id,
        String ticketId,
        String requesterId,
        String title,
        String description,
        List<String> hashtags,
        long ticketVersion,
        long version,
        RunState state,
        Step next,
        Instant createdAt,
        @Nullable Instant wakeAt,
        @Nullable Lease lease,
        int takings,
        int failures,
        @Nullable TicketAnalysis analysis,
        @Nullable Integer rank,
        @Nullable List<String> skills,
        List<AnalysisAttempt> attempts,
        List<Candidate> candidates,
        @Nullable Instant queuedAt,
        @Nullable Instant waitingSince,
        @Nullable String reason,
        @Nullable String assigneeId,
        @Nullable String explanation,
        List<String> handled,
        @Nullable OutboxState outbox) {

    /** What its ticket needs, by what was found. */
    Need need() {
        TicketAnalysis found = requireNonNull(analysis, "analysis");
        Turn turn = new Turn(Turn.rank(found.priority()), createdAt, id);
        return new Need(ticketId, requesterId, found.relatedSkills(), waitsSince(), turn);
    }

    /** What it looked for last: by what was found, where an earlier version did not write it down. */
    Need sought() {
        if (skills == null) {
            return need();
        }
        Turn turn = new Turn(requireNonNull(rank, "rank"), createdAt, id);
        return new Need(ticketId, requesterId, skills, waitsSince(), turn);
    }

    /** Since when its ticket waits for somebody; null when it does not. */
    @Nullable
    Instant waitsSince() {
        return waitingSince == null ? queuedAt : waitingSince;
    }

    /** Whether it looks for somebody, or will, or waits for him. */
    boolean isUnderWay() {
        return state == RunState.ACTIVE || state == RunState.QUEUED;
    }

    /** Whether it has nothing left to do. */
    boolean hasEnded() {
        return state == RunState.DONE || state == RunState.NEEDS_REVIEW;
    }

    /** A run that does all of it once more, for the same text. It keeps its place in the queue, which the ticket's age decides. */
    RunDocument again(String newId, Instant firstTurn) {
        return new RunDocument(
                newId,
                ticketId,
                requesterId,
                title,
                description,
                hashtags,
                ticketVersion,
                1,
                RunState.ACTIVE,
                Step.START,
                createdAt,
                firstTurn,
                null,
                0,
                0,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                handled,
                null);
    }

    /** Whether it has to do that step, or one before. */
    boolean hasToDo(Step step) {
        return state == RunState.ACTIVE && next.compareTo(step) <= 0;
    }
}
