/** Deleting a ticket. */
@NullMarked
package io.ticketing.ticket.delete;

import org.jspecify.annotations.NullMarked;
