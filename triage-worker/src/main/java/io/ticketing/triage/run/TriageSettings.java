package io.ticketing.triage.run;

import io.quarkus.runtime.Startup;
import io.ticketing.web.settings.BadSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Refuses to start with settings under which no run could be worked on. */
@ApplicationScoped
@Startup(5)
class TriageSettings {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(10);

    TriageSettings(TriageConfig config) {
        refuseBelow(1, config.concurrency(), "TRIAGE_CONCURRENCY");
        refuseBelow(1, config.maxFailures(), "ticketing.triage.max-failures");
        refuseBelow(SHORTEST_LEASE, config.lease(), "ticketing.triage.lease");
        refuseBelow(SHORTEST_POLL, config.poll(), "ticketing.triage.poll");
    }

    private static <T extends Comparable<T>> void refuseBelow(T least, T given, String name) {
        if (given.compareTo(least) < 0) {
            throw BadSetting.of(name, "must be at least " + least);
        }
    }
}
