/** The route that the server calls: calls, registering on demand, introspection. */
@NullMarked
package io.ticketing.inngest.serve;

import org.jspecify.annotations.NullMarked;
