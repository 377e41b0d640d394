/** Passwords at rest. */
@NullMarked
package io.ticketing.auth.password;

import org.jspecify.annotations.NullMarked;
