package io.ticketing.auth.signing;

/**
 * The key that will sign next.
 *
 * @param made whether it was made just now; otherwise it was waiting already
 */
record NextKey(SigningKey key, boolean made) {}
