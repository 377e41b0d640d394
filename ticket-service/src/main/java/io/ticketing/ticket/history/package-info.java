/** What happened to tickets, kept for good: who changed what, and why. */
@NullMarked
package io.ticketing.ticket.history;

import org.jspecify.annotations.NullMarked;
