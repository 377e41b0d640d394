package io.ticketing.triage.analysis;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Engine;
import io.ticketing.events.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a ticket, within its bounds.
 *
 * @param summary 1 to 2,000 characters
 * @param priority how urgent
 * @param helpfulNotes for whoever works on it, at most 10,000 characters
 * @param relatedSkills in the vocabulary's spelling, at most 10, most important first
 * @param confidence 0 to 1, or null when the engine gives none
 * @param engine what said so
 * @param model the model's name, when it was one
 * @param promptVersion version of the instructions or of the rules
 */
@RegisterForReflection
public record TicketAnalysis(
        String summary,
        Priority priority,
        String helpfulNotes,
        List<String> relatedSkills,
        @Nullable Double confidence,
        Engine engine,
        @Nullable String model,
        String promptVersion) {

    /** Most characters of a summary. */
    public static final int MAX_SUMMARY = 2_000;
    /** Most characters of the notes. */
    public static final int MAX_NOTES = 10_000;
    /** Most skills of a ticket. */
    public static final int MAX_SKILLS = 10;

    public TicketAnalysis {
        requireNonNull(summary, "summary");
        requireNonNull(priority, "priority");
        requireNonNull(helpfulNotes, "helpfulNotes");
        requireNonNull(engine, "engine");
        requireNonNull(promptVersion, "promptVersion");
        relatedSkills = List.copyOf(relatedSkills);
    }
}
