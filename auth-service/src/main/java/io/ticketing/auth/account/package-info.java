/** Registering, logging in, and asking who one is. */
@NullMarked
package io.ticketing.auth.account;

import org.jspecify.annotations.NullMarked;
