/** Moving a ticket from one status to another. */
@NullMarked
package io.ticketing.ticket.status;

import org.jspecify.annotations.NullMarked;
