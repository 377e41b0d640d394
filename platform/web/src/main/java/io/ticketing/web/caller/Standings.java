package io.ticketing.web.caller;

import java.util.Optional;

/** Where a service looks up what it knows of users. Each service has one as a bean. */
@FunctionalInterface
public interface Standings {

    /** What is known of that user; empty when nothing has arrived yet. May block on the database. */
    Optional<Standing> of(String userId);
}
