package io.ticketing.web.probe;

import io.ticketing.web.caller.Standing;
import io.ticketing.web.caller.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the probe knows of users: what the test says. */
@ApplicationScoped
public class StandingBoard implements Standings {

    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    /** From now on. */
    public void put(String userId, Standing standing) {
        standings.put(userId, standing);
    }

    @Override
    public Optional<Standing> of(String userId) {
        return Optional.ofNullable(standings.get(userId));
    }
}
