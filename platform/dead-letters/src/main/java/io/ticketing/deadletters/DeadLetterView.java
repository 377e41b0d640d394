package io.ticketing.deadletters;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as staff see it; of what it holds only the beginning.
 *
 * @param id topic, partition and offset where it was found
 * @param key whose it was said to be
 * @param type what it was said to tell
 * @param reason why it could not be handled
 * @param excerpt the beginning of its data
 * @param bytes how large its data are
 * @param at when it died
 * @param replays how often it was tried again
 * @param replayedAt when it was handled after all
 */
@Schema(name = "DeadLetter", description = "A record that the service could not handle")
@RegisterForReflection
public record DeadLetterView(
        @Schema(description = "Topic, partition and offset where it was found", examples = "ticket-events-3-17")
        String id,

        @Schema(examples = "ticket-events") String topic,
        @Schema(examples = "3") int partition,
        @Schema(examples = "17") long offset,

        @Schema(description = "The ticket or user that it was said to be about", nullable = true) @Nullable
        String key,

        @Schema(description = "What it was said to tell", examples = "ticket/created", nullable = true) @Nullable
        String type,

        @Schema(
                description = "Why it could not be handled, at the last try",
                examples = "the data is no ticket/created")
        String reason,

        @Schema(
                description =
                        "The beginning of its data, at most " + Excerpt.LENGTH + " characters; none of facts of users")
        String excerpt,

        @Schema(description = "The size of its data", examples = "312")
        int bytes,

        @Schema(description = "When it died") Instant at,

        @Schema(description = "How often it was tried again")
        int replays,

        @Schema(description = "When it was handled after all; null as long as it was not") @Nullable
        Instant replayedAt) {

    static DeadLetterView of(DeadLetterDocument letter) {
        return new DeadLetterView(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key() == null ? null : Excerpt.of(letter.key()),
                letter.type(),
                letter.reason(),
                letter.excerpt(),
                letter.bytes(),
                letter.at(),
                letter.replays(),
                letter.replayedAt());
    }
}
