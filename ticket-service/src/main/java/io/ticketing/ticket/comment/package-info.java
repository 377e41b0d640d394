/** What people say about a ticket, to everybody who sees it or among staff. */
@NullMarked
package io.ticketing.ticket.comment;

import org.jspecify.annotations.NullMarked;
