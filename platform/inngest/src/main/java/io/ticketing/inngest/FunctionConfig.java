package io.ticketing.inngest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server is told of a function (Register: function configuration).
 *
 * @param id unique within the application, never changed later: small letters, digits and dashes, at most 100
 * @param name for people
 * @param triggers which events cause a run; one at least
 * @param retries how often a step, or the function outside of steps, is tried again: 0 to 19
 * @param concurrency how many steps may be under way at once; no limit when empty, two limits at most
 * @param idempotency an expression: events for which it is the same cause one run within 24 h; null when each event causes one
 */
public record FunctionConfig(
        String id,
        String name,
        List<Trigger> triggers,
        int retries,
        List<Concurrency> concurrency,
        @Nullable String idempotency) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?");
    private static final int MOST_RETRIES = 19;
    private static final int MOST_LIMITS = 2;

    /** @throws IllegalArgumentException when something is out of its bounds */
    public FunctionConfig {
        triggers = List.copyOf(triggers);
        concurrency = List.copyOf(concurrency);
        require(ID.matcher(id).matches(), "the id '" + id + "' is not of small letters, digits and dashes");
        require(!name.isBlank(), id + ": the name is missing");
        require(!triggers.isEmpty(), id + ": there is no trigger");
        require(retries >= 0 && retries <= MOST_RETRIES, id + ": retries must be 0 to " + MOST_RETRIES);
        require(concurrency.size() <= MOST_LIMITS, id + ": there are more than two concurrency limits");
    }

    /** Begins the description of the function with this id. */
    public static Builder function(String id) {
        return new Builder(id);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Inngest function: " + otherwise);
        }
    }

    /** Builds a description; what is not said is: named as its id, 3 retries, no limits. */
    public static final class Builder {

        private static final int USUAL_RETRIES = 3;

        private final String id;
        private final List<Trigger> triggers = new ArrayList<>();
        private final List<Concurrency> concurrency = new ArrayList<>();
        private String name;
        private int retries = USUAL_RETRIES;
        private @Nullable String idempotency;

        private Builder(String id) {
            this.id = id;
            this.name = id;
        }

        /** Its name for people. */
        public Builder name(String forPeople) {
            name = forPeople;
            return this;
        }

        /** Is run for each event of that name. */
        public Builder onEvent(String event) {
            triggers.add(new Trigger(event, null));
            return this;
        }

        /** Is run for each event of that name for which the expression is true, such as {@code event.data.priority == 'high'}. */
        public Builder onEvent(String event, String expression) {
            triggers.add(new Trigger(event, expression));
            return this;
        }

        /** How often it is tried again, 0 to 19. */
        public Builder retries(int times) {
            retries = times;
            return this;
        }

        /** At most so many of its steps are under way at once. */
        public Builder concurrency(int limit) {
            concurrency.add(new Concurrency(limit, null));
            return this;
        }

        /** At most so many of its steps are under way at once for each value of the expression. */
        public Builder concurrency(int limit, String key) {
            concurrency.add(new Concurrency(limit, key));
            return this;
        }

        /** One run for each value of the expression within 24 h, such as {@code event.data.ticketId}. */
        public Builder idempotency(String expression) {
            idempotency = expression;
            return this;
        }

        /** @throws IllegalArgumentException when something is missing or out of its bounds */
        public FunctionConfig build() {
            return new FunctionConfig(id, name, triggers, retries, concurrency, idempotency);
        }
    }
}
