package io.ticketing.auth.admin.users;

import io.ticketing.events.AccountStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account may be used from now on.
 *
 * @param status null for the other one than now
 */
public record StatusRequest(
        @Schema(examples = "inactive") @Nullable AccountStatus status) {}
