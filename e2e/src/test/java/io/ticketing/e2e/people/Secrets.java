package io.ticketing.e2e.people;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that a run has typed or received and that no log may repeat. */
public final class Secrets {
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /** Remembers a secret, and answers it. */
    public String keep(String secret) {
        kept.add(secret);
        return secret;
    }

    /** All of them. */
    public Set<String> all() {
        return Set.copyOf(kept);
    }
}
