package io.ticketing.triage.explain;

import io.ticketing.standing.KnownUsers;
import io.ticketing.triage.assignment.Candidate;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how a ticket was triaged, with the names of the people in it. */
@ApplicationScoped
class ExplainingTicket {

    private final ExplainedRuns runs;
    private final KnownUsers users;

    ExplainingTicket(ExplainedRuns runs, KnownUsers users) {
        this.runs = runs;
        this.users = users;
    }

    /**
     * The run that counts.
     *
     * @throws ProblemException 404 when no such ticket is known here
     */
    RunView explain(String ticketId) {
        List<ExplainedRunDocument> found = runs.of(ticketId);
        if (found.isEmpty()) {
            throw new ProblemException(Failure.of(404));
        }
        ExplainedRunDocument run = found.getFirst();
        return RunView.of(run, found.subList(1, found.size()), People.find(users, idsIn(run)));
    }

    private static Set<String> idsIn(ExplainedRunDocument run) {
        return Stream.concat(run.candidates().stream().map(Candidate::userId), Stream.ofNullable(run.assigneeId()))
                .collect(Collectors.toSet());
    }
}
