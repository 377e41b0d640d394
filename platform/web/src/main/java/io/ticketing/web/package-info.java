/** The HTTP conventions that all services share. */
@NullMarked
package io.ticketing.web;

import org.jspecify.annotations.NullMarked;
