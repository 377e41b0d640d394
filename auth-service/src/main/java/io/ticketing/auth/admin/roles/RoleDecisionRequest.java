package io.ticketing.auth.admin.roles;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What becomes of a request for a role.
 *
 * @param decision whether the user gets the role
 */
public record RoleDecisionRequest(
        @Schema(examples = "approve") @NotNull Decision decision) {

    /** Yes or no. */
    @RegisterForReflection
    public enum Decision {
        /** He gets the role. */
        @JsonProperty("approve")
        APPROVE,
        /** He stays what he is. */
        @JsonProperty("reject")
        REJECT
    }
}
