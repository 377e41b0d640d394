package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was considered.
 *
 * @param id the user
 * @param username {@code deleted user} for whoever was deleted; null as long as nothing is known of the user but the id
 */
@Schema(name = "TriagePerson")
@RegisterForReflection
public record PersonView(
        @Schema(examples = "66f0c0ffee0123456789abcd") String id,

        @Schema(
                description = "Whoever was deleted is called a deleted user; null as long as only the id is known",
                examples = "mona",
                nullable = true)
        @Nullable
        String username) {}
