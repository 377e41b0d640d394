package io.ticketing.e2e.access;

import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param credentials what the caller shows
 * @param path with everything filled in
 * @param body JSON value; null for none
 */
record Question(
        Credentials credentials, String path, @Nullable Object body) {}
