/** Real parts for tests: a database, a broker, a mail server, a model stand-in, tokens, and the architecture rules. */
@NullMarked
package io.ticketing.testing;

import org.jspecify.annotations.NullMarked;
