/** Tickets of people who are there no more, freed for others. */
@NullMarked
package io.ticketing.ticket.release;

import org.jspecify.annotations.NullMarked;
