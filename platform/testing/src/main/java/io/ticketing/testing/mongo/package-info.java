/** A real MongoDB for tests. */
@NullMarked
package io.ticketing.testing.mongo;

import org.jspecify.annotations.NullMarked;
