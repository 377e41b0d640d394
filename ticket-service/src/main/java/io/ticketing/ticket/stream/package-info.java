/** What happens to tickets, told as it happens to whoever may see them. */
@NullMarked
package io.ticketing.ticket.stream;

import org.jspecify.annotations.NullMarked;
