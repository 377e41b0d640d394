/** Links that are mailed: what the token in one is made from, and what remains of it in the database. */
@NullMarked
package io.ticketing.web.link;

import org.jspecify.annotations.NullMarked;
