/** What the gateway tells about the API, and the headers that it tells it with. */
@NullMarked
package io.ticketing.e2e.docs;

import org.jspecify.annotations.NullMarked;
