package io.ticketing.triage.inngest;

import com.mongodb.MongoException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.inngest.FailureContext;
import io.ticketing.inngest.FailureHandler;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestFunction;
import io.ticketing.inngest.NonRetriableException;
import io.ticketing.inngest.RetryAfterException;
import io.ticketing.triage.desk.TicketCases;
import io.ticketing.triage.run.LedRuns;
import io.ticketing.triage.run.RunIsHeldException;
import io.ticketing.triage.run.Step;
import io.ticketing.triage.run.TriageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Inngest function of a ticket that says something new: leads its run through {@code start}, {@code analyse}, {@code assign} and
 * {@code complete}. The event brings ids alone; what the ticket says came with the fact of the same id through Kafka, which may be later. The run
 * remembers each step itself, so a call that comes twice, or late, does nothing twice; and when Inngest gives up, a worker goes on.
 */
@ApplicationScoped
class OnTicketCreated implements InngestFunction, FailureHandler {

    /** The most that Inngest allows. */
    private static final int RETRIES = 19;

    /** All retries together outlast the longest analysis. */
    private static final Duration STEP_IS_UNDER_WAY = Duration.ofSeconds(5);

    private static final int MAX_DOUBLINGS = 6;

    private final LedRuns runs;
    private final TicketCases cases;
    private final TriageConfig config;

    OnTicketCreated(LedRuns runs, TicketCases cases, TriageConfig config) {
        this.runs = runs;
        this.cases = cases;
        this.config = config;
    }

    /** @param ticketId the ticket */
    @RegisterForReflection
    record TicketWithNews(String ticketId) {}

    @Override
    public FunctionConfig config() {
        return FunctionConfig.function("on-ticket-created")
                .name("onTicketCreated")
                .onEvent("ticket/created")
                .onEvent("ticket/changed")
                .retries(RETRIES)
                .concurrency(config.concurrency())
                .build();
    }

    @Override
    public @Nullable Object run(FunctionContext context) {
        String runId = context.event().id();
        if (runId == null) {
            throw new NonRetriableException("the event has no id");
        }
        String ticketId = context.event().data(TicketWithNews.class).ticketId();
        Progress progress = Progress.BEGUN;
        for (Step next = progress.next(); next != null; next = progress.next()) {
            Step due = next;
            progress = context.step()
                    .run(nameOf(due), Progress.class, () -> advance(runId, ticketId, due, context.attempt()));
        }
        return progress;
    }

    @Override
    public void onFailure(FailureContext context) {
        String runId = context.event().id();
        try {
            if (runId != null) {
                runs.giveUp(runId);
            }
        } catch (MongoException away) {
            throw new RetryAfterException("the database is away", pauseAfter(MAX_DOUBLINGS));
        }
    }

    /** @param attempt of this step, from 0 */
    private Progress advance(String runId, String ticketId, Step step, int attempt) {
        try {
            return runs.advance(runId, step).map(Progress::of).orElseGet(() -> withoutRun(ticketId, attempt));
        } catch (RunIsHeldException held) {
            throw new RetryAfterException("another worker does this step", STEP_IS_UNDER_WAY);
        } catch (MongoException away) {
            throw new RetryAfterException("the database is away", pauseAfter(attempt));
        }
    }

    private Progress withoutRun(String ticketId, int attempt) {
        if (cases.isDeleted(ticketId)) {
            return Progress.DELETED;
        }
        throw new RetryAfterException("the fact of the ticket has not come yet", pauseAfter(attempt));
    }

    /** A second, doubled each time, up to a minute or so: all together about as long as a worker waits for Inngest. */
    private static Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(1L << Math.min(attempt, MAX_DOUBLINGS));
    }

    private static String nameOf(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
