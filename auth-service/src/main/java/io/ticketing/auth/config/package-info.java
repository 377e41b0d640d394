/** What an operator sets, and how a bad setting is refused. */
@NullMarked
package io.ticketing.auth.config;

import org.jspecify.annotations.NullMarked;
