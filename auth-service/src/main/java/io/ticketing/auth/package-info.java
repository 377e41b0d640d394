/** The auth service: accounts, tokens, onboarding. */
@NullMarked
package io.ticketing.auth;

import org.jspecify.annotations.NullMarked;
