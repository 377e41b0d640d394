/** Events out. */
@NullMarked
package io.ticketing.inngest.send;

import org.jspecify.annotations.NullMarked;
