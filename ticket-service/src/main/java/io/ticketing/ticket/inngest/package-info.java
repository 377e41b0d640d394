/** What Inngest is told of tickets. */
@NullMarked
package io.ticketing.ticket.inngest;

import org.jspecify.annotations.NullMarked;
