/** What streams tell of tickets, for as long as somebody may come back for it. */
@NullMarked
package io.ticketing.ticket.feed;

import org.jspecify.annotations.NullMarked;
