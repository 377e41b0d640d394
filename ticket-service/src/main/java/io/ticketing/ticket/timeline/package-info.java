/** Reading what was done to a ticket. */
@NullMarked
package io.ticketing.ticket.timeline;

import org.jspecify.annotations.NullMarked;
