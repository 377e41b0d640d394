package io.ticketing.triage.desk;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A ticket's place at a desk.
 *
 * @param userId whose desk it is
 * @param ticketId which ticket lies there
 */
@RegisterForReflection
public record Place(String userId, String ticketId) {}
