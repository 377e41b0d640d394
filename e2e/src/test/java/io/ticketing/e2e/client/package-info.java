/** The system as client developers reach it: through code that a generator makes of the API's description. */
@NullMarked
package io.ticketing.e2e.client;

import org.jspecify.annotations.NullMarked;
