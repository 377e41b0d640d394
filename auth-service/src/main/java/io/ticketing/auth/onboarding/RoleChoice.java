package io.ticketing.auth.onboarding;

import io.ticketing.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What became of a choice.
 *
 * @param role in force from now on
 * @param requested waits for approval
 */
record RoleChoice(Role role, @Nullable Role requested) {}
