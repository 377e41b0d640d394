/** How the texts of tickets are found again. */
@NullMarked
package io.ticketing.ticket.search;

import org.jspecify.annotations.NullMarked;
