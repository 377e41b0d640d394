/** Listing tickets, page by page. */
@NullMarked
package io.ticketing.ticket.list;

import org.jspecify.annotations.NullMarked;
