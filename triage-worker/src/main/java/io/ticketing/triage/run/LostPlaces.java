package io.ticketing.triage.run;

import com.mongodb.MongoException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.desk.Desks;
import io.ticketing.triage.desk.Place;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Finds the places at desks that a worker took and did not live to use or to give up. Where a run is still to come to its end it finds its place
 * again; where none is, the place is given up.
 */
@ApplicationScoped
class LostPlaces {

    private static final Logger LOG = Logger.getLogger(LostPlaces.class);

    private final Desks desks;
    private final TriageRuns runs;
    private final AssigningTicket assigning;

    LostPlaces(Desks desks, TriageRuns runs, AssigningTicket assigning) {
        this.desks = desks;
        this.runs = runs;
        this.assigning = assigning;
    }

    /** Looks once; the next look sees to what fails. */
    @Scheduled(every = "${ticketing.sweep}", concurrentExecution = ConcurrentExecution.SKIP, identity = "lost-places")
    void find() {
        try {
            desks.untold().forEach(this::look);
        } catch (MongoException away) {
            LOG.warnf("lost places are looked for later: %s", away.getClass().getSimpleName());
        }
    }

    private void look(Place place) {
        if (isLost(place)) {
            assigning.giveUp(place.ticketId(), place.userId());
            putBackIfNeededMeanwhile(place);
        } else {
            // While it waits its own place may keep everybody else who would fit from being free.
            runs.wakeQueued(place.ticketId());
        }
    }

    private boolean isLost(Place place) {
        boolean isNeeded = runs.newest(place.ticketId())
                .filter(run -> run.isUnderWay() || hasIt(run, place))
                .isPresent();
        return !isNeeded || !assigning.mayGive(place.ticketId(), place.userId());
    }

    /** A run that began or was opened at this very moment may have found the place before it was given up, or has taken another since. */
    private void putBackIfNeededMeanwhile(Place place) {
        if (!isLost(place) && desks.holder(place.ticketId()).isEmpty()) {
            desks.move(place.userId(), place.ticketId());
        }
    }

    private static boolean hasIt(RunDocument run, Place place) {
        return switch (run.state()) {
            case ACTIVE, DONE -> place.userId().equals(run.assigneeId());
            case QUEUED, NEEDS_REVIEW, SUPERSEDED -> false;
        };
    }
}
