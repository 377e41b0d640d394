/** Browsers that come in through Google and stay by a cookie. */
@NullMarked
package io.ticketing.e2e.session;

import org.jspecify.annotations.NullMarked;
