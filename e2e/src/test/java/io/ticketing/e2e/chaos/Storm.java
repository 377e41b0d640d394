package io.ticketing.e2e.chaos;

import io.ticketing.e2e.death.Death;
import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills what the plan says, at moments that chance decides, and starts it again; people open tickets before, meanwhile and after. */
final class Storm {
    private static final int LONGEST_WAIT_MS = 2000;

    private final Plan plan;
    private final Stack stack;
    private final Requesters requesters;
    private final List<Death> deaths = new ArrayList<>();

    Storm(Plan plan, Stack stack, Requesters requesters) {
        this.plan = plan;
        this.stack = stack;
        this.requesters = requesters;
    }

    /** Returns once the last part that died runs again. */
    void rage() {
        Random chance = plan.chance("moments");
        List<List<Part>> gusts = plan.deaths();
        int opened = 0;
        for (int number = 0; number < gusts.size(); number++) {
            int until = plan.tickets() * (number + 1) / gusts.size();
            int before = chance.nextInt(until - opened);
            requesters.mayOpen(before);
            requesters.awaitOpened(opened + before);
            Waiting.pause(Duration.ofMillis(chance.nextInt(LONGEST_WAIT_MS)));
            gusts.get(number).forEach(this::kill);
            requesters.mayOpen(until - opened - before);
            stack.up();
            opened = until;
        }
    }

    List<Death> deaths() {
        return List.copyOf(deaths);
    }

    private void kill(Part part) {
        deaths.add(Death.of(part, stack));
    }
}
