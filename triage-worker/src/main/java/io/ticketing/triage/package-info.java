/** The triage worker: reads each new ticket, analyses it and finds who should work on it. */
@NullMarked
package io.ticketing.triage;

import org.jspecify.annotations.NullMarked;
