/** What triage found out, applied to the tickets that it is about. */
@NullMarked
package io.ticketing.ticket.triage;

import org.jspecify.annotations.NullMarked;
