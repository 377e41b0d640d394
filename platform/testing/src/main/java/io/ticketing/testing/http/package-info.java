/** The service under test, called as clients call it. */
@NullMarked
package io.ticketing.testing.http;

import org.jspecify.annotations.NullMarked;
