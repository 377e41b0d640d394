/** What lists have in common: their query parameters and their pages. */
@NullMarked
package io.ticketing.web.list;

import org.jspecify.annotations.NullMarked;
