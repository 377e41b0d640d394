package io.ticketing.inngest.conformance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the functions of these tests leave their traces. */
@ApplicationScoped
class Depot {

    private final List<String> done = new CopyOnWriteArrayList<>();

    void note(String what) {
        done.add(what);
    }

    long count(String what) {
        return done.stream().filter(what::equals).count();
    }
}
