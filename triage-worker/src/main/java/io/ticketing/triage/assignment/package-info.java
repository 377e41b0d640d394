/** Who shall work on a ticket: ranking the staff and claiming a place at a desk. */
@NullMarked
package io.ticketing.triage.assignment;

import org.jspecify.annotations.NullMarked;
