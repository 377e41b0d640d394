/** A real mail server for tests, which can also misbehave. */
@NullMarked
package io.ticketing.testing.smtp;

import org.jspecify.annotations.NullMarked;
