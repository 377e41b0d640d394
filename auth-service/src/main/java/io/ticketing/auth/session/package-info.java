/** A browser's session: the access token in a cookie. And the end of a token, wherever it is kept. */
@NullMarked
package io.ticketing.auth.session;

import org.jspecify.annotations.NullMarked;
