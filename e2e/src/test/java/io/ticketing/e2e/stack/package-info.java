/** A stack of one's own: started through the launcher, hurt on purpose, and taken down again. */
@NullMarked
package io.ticketing.e2e.stack;

import org.jspecify.annotations.NullMarked;
