/** Everything dies at random while people work; no ticket, place or mail may be lost or doubled. */
@NullMarked
package io.ticketing.e2e.chaos;

import org.jspecify.annotations.NullMarked;
