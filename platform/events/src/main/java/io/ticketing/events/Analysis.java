package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a ticket. Already checked against the allow-list and its bounds.
 *
 * @param summary at most 2,000 characters
 * @param priority how urgent
 * @param helpfulNotes for whoever works on it, at most 10,000 characters
 * @param relatedSkills normalised skills, at most 10
 * @param confidence 0 to 1, or null when the engine gives none
 * @param engine what said so
 * @param model the model's name, when it was one
 * @param promptVersion version of the instructions or of the rules that were used
 */
@RegisterForReflection
public record Analysis(
        String summary,
        Priority priority,
        String helpfulNotes,
        List<String> relatedSkills,
        @Nullable Double confidence,
        Engine engine,
        @Nullable String model,
        String promptVersion) {

    public Analysis {
        requireNonNull(summary, "summary");
        requireNonNull(priority, "priority");
        requireNonNull(helpfulNotes, "helpfulNotes");
        requireNonNull(engine, "engine");
        requireNonNull(promptVersion, "promptVersion");
        relatedSkills = List.copyOf(requireNonNull(relatedSkills, "relatedSkills"));
    }

    /** Nothing of the ticket, so that it may stand in a log. */
    @Override
    public String toString() {
        return "Analysis[engine=" + engine + ", promptVersion=" + promptVersion + "]";
    }
}
