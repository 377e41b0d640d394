/** A real OpenID provider for tests, and somebody with a browser who signs in with it. */
@NullMarked
package io.ticketing.testing.oidc;

import org.jspecify.annotations.NullMarked;
