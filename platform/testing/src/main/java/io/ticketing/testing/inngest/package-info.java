/**
 * A double of the Inngest server: takes events, calls functions step by step, remembers, waits and tries again as the real one does. It
 * speaks the wire alone, and knows nothing of who is at the other end. All is kept in memory.
 */
@NullMarked
package io.ticketing.testing.inngest;

import org.jspecify.annotations.NullMarked;
