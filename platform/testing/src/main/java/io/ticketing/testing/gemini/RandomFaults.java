package io.ticketing.testing.gemini;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which calls go wrong, and how. The seed decides, with what was asked and how often it was asked before: not the order in which calls that are
 * in flight together happen to arrive.
 */
final class RandomFaults {
    /** Nothing goes wrong. */
    static final RandomFaults NONE = new RandomFaults(0, 0, List.of());

    private static final int HALF_OF_A_LONG = 32;

    private final long seed;
    private final double share;
    private final List<GeminiMood> moods;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    RandomFaults(long seed, double share, List<GeminiMood> moods) {
        this.seed = seed;
        this.share = share;
        this.moods = List.copyOf(moods);
    }

    /** How the call goes wrong; empty when it does not. */
    Optional<GeminiMood> of(GeminiCall call) {
        if (moods.isEmpty()) {
            return Optional.empty();
        }
        long time = asked.merge(call.prompt(), 1, Integer::sum);
        SplittableRandom random =
                new SplittableRandom(seed ^ ((long) call.prompt().hashCode() << HALF_OF_A_LONG) ^ time);
        return random.nextDouble() < share ? Optional.of(moods.get(random.nextInt(moods.size()))) : Optional.empty();
    }
}
