/** The lines of the architecture, as rules that every module's tests check. */
@NullMarked
package io.ticketing.testing.architecture;

import org.jspecify.annotations.NullMarked;
