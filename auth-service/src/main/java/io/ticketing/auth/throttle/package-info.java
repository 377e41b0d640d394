/** How often somebody may try, without a way to shut somebody else out. */
@NullMarked
package io.ticketing.auth.throttle;

import org.jspecify.annotations.NullMarked;
