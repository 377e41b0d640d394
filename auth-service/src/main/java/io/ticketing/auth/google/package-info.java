/** Signing in with Google, or with another OpenID provider: the way there and back, and whose account it opens. */
@NullMarked
package io.ticketing.auth.google;

import org.jspecify.annotations.NullMarked;
