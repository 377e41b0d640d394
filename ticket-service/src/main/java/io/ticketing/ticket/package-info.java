/** Tickets: what they are, and where they are kept. */
@NullMarked
package io.ticketing.ticket;

import org.jspecify.annotations.NullMarked;
