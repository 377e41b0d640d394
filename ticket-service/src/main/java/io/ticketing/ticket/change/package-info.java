/** What staff and the requester change of a ticket's fields. */
@NullMarked
package io.ticketing.ticket.change;

import org.jspecify.annotations.NullMarked;
