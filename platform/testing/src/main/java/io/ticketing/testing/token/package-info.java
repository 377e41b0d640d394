/** Access tokens, good and bad, and the key set that verifies the good ones. */
@NullMarked
package io.ticketing.testing.token;

import org.jspecify.annotations.NullMarked;
