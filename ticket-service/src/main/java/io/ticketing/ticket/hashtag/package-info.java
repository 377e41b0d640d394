/** How hashtags are written. */
@NullMarked
package io.ticketing.ticket.hashtag;

import org.jspecify.annotations.NullMarked;
