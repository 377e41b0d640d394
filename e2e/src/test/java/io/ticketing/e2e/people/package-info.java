/** The people of the stories, and the API as they use it: through the gateway only. */
@NullMarked
package io.ticketing.e2e.people;

import org.jspecify.annotations.NullMarked;
