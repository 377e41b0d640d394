/** What becomes of people whose standing changes. */
@NullMarked
package io.ticketing.e2e.standing;

import org.jspecify.annotations.NullMarked;
