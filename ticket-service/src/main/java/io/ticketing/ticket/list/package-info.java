/** Listing tickets, newest first, page by page. */
@NullMarked
package io.ticketing.ticket.list;

import org.jspecify.annotations.NullMarked;
