package io.ticketing.triage.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs are worked on. */
@ConfigMapping(prefix = "ticketing.triage")
public interface TriageConfig {

    /** How many runs this worker has in hand at once; what is beyond that waits in the database. */
    @WithDefault("256")
    int concurrency();

    /** How often the database is asked for due runs when nothing else gives reason to. */
    @WithDefault("500ms")
    Duration poll();

    /** How long a run stays with a worker that gives no sign of life; signs are given three times as often. */
    @WithDefault("10s")
    Duration lease();

    /** The wait before a step is tried again; it doubles each time, up to a minute. */
    @WithDefault("500ms")
    Duration backoff();

    /** After so many failures that nobody foresaw a person has to look. */
    @WithDefault("5")
    int maxFailures();

    /** Who leads the run of what a ticket says. */
    @WithDefault("kafka")
    TriageEngine engine();

    /** How long Inngest may leave a run alone between two steps, before a worker takes it; the longest that its loss can hold a ticket up. */
    @WithDefault("15m")
    Duration patience();

    /** The least time between two analyses of one ticket that keeps being reworded; the last wording of that time counts. */
    @WithDefault("3s")
    Duration calm();

    /** How long a ticket waits for moderators who are full or away before an admin gets it. */
    @WithDefault("4h")
    Duration maxWait();
}
