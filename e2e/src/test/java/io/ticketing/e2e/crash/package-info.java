/** Services that die on a ticket's way. */
@NullMarked
package io.ticketing.e2e.crash;

import org.jspecify.annotations.NullMarked;
