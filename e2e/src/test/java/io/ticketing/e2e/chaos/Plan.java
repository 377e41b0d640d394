package io.ticketing.e2e.chaos;

import io.ticketing.e2e.stack.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How large the chaos is, and what chance has decided. {@code -Dchaos.tickets}, {@code -Dchaos.kills} and {@code -Dchaos.seed} are heard;
 * a small one by any seed is the default.
 *
 * @param seed of all random choices
 * @param tickets how many are opened
 * @param kills how often each service dies
 */
record Plan(long seed, int tickets, int kills) {
    private static final List<Part> SERVICES =
            List.of(Part.AUTH_SERVICE, Part.TICKET_SERVICE, Part.TRIAGE_WORKER, Part.NOTIFICATION_SERVICE);
    private static final List<Part> STORES = List.of(Part.KAFKA, Part.MONGOD);
    private static final long SEEDS = 1_000_000_000;
    private static final int SMALL = 40;
    private static final int TICKETS_PER_MODERATOR = 5;
    private static final int TICKETS_PER_REQUESTER = 50;

    static Plan wished() {
        long any = ThreadLocalRandom.current().nextLong(SEEDS);
        return new Plan(
                Long.getLong("chaos.seed", any),
                Integer.getInteger("chaos.tickets", SMALL),
                Integer.getInteger("chaos.kills", 1));
    }

    /** The choices of one kind; those of another kind do not change them. */
    Random chance(String kind) {
        return new Random(seed * 31 + kind.hashCode());
    }

    int moderators() {
        return Math.clamp(tickets / TICKETS_PER_MODERATOR, 8, 20);
    }

    int requesters() {
        return Math.clamp(tickets / TICKETS_PER_REQUESTER, 2, 10);
    }

    /** What dies, one or two parts at a time: each service that often, the broker and the database once. */
    List<List<Part>> deaths() {
        Random chance = chance("deaths");
        List<Part> dying = new ArrayList<>(
                Stream.concat(IntStream.range(0, kills).boxed().flatMap(time -> SERVICES.stream()), STORES.stream())
                        .toList());
        Collections.shuffle(dying, chance);
        List<List<Part>> gusts = new ArrayList<>();
        while (!dying.isEmpty()) {
            Part first = dying.removeFirst();
            boolean alone = dying.isEmpty() || dying.getFirst() == first || chance.nextBoolean();
            gusts.add(alone ? List.of(first) : List.of(first, dying.removeFirst()));
        }
        return gusts;
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + tickets + " tickets, " + kills + " kills of each service";
    }
}
