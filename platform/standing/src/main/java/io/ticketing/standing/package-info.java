/** A service's own copy of the users topic: who somebody is now, whatever a token says. */
@NullMarked
package io.ticketing.standing;

import org.jspecify.annotations.NullMarked;
