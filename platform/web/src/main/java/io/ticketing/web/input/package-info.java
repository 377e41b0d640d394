/** What is accepted as input: sizes, types and characters. */
@NullMarked
package io.ticketing.web.input;

import org.jspecify.annotations.NullMarked;
