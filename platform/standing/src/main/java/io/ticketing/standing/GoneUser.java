package io.ticketing.standing;

/**
 * A user was deleted; whatever a service holds of him goes. Comes at least once.
 *
 * @param id the user
 */
public record GoneUser(String id) {}
