package io.ticketing.triage.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the requester wrote: data, never an instruction.
 *
 * @param title one line
 * @param description may have several lines
 * @param hashtags normalised
 */
public record TicketText(String title, String description, List<String> hashtags) {

    public TicketText {
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        hashtags = List.copyOf(hashtags);
    }
}
