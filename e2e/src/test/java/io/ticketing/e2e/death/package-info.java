/** Parts that are killed, and what that excuses. */
@NullMarked
package io.ticketing.e2e.death;

import org.jspecify.annotations.NullMarked;
