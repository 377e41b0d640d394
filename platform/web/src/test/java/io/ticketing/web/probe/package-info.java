/** A tiny service that shows the conventions at work. */
@NullMarked
package io.ticketing.web.probe;

import org.jspecify.annotations.NullMarked;
