/** What callers see of a ticket, and reading a single one. */
@NullMarked
package io.ticketing.ticket.view;

import org.jspecify.annotations.NullMarked;
