package io.ticketing.e2e.chaos;

import io.ticketing.e2e.people.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a client may have to send again while services die: refusals that say so, and silence. Counts them. */
final class Unanswered {
    private static final Set<Integer> COME_AGAIN = Set.of(502, 503, 504);

    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();

    /** The answer, whatever it is; empty when one has to ask again. */
    Optional<Answer> retried(Callable<Answer> asking) {
        try {
            Answer answer = asking.call();
            if (!COME_AGAIN.contains(answer.status())) {
                return Optional.of(answer);
            }
            count(Integer.toString(answer.status()));
        } catch (IOException silence) {
            count(silence.getClass().getSimpleName());
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        return Optional.empty();
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }
}
