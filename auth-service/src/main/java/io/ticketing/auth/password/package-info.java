/** Passwords: which are too easily guessed, and how they are hashed within bounds. */
@NullMarked
package io.ticketing.auth.password;

import org.jspecify.annotations.NullMarked;
