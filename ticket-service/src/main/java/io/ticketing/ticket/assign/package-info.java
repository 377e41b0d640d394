/** Giving a ticket to somebody, and taking it away. */
@NullMarked
package io.ticketing.ticket.assign;

import org.jspecify.annotations.NullMarked;
