/** Samples of every fact as it is on the wire, which the tests of producers and of consumers both read. */
@NullMarked
package io.ticketing.testing.golden;

import org.jspecify.annotations.NullMarked;
