/** The service as its clients, its neighbours and its operator see it. */
@NullMarked
package io.ticketing.auth;

import org.jspecify.annotations.NullMarked;
