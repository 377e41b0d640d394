/** Records that this service could not handle: kept to be seen, and handled again when an admin says so. */
@NullMarked
package io.ticketing.deadletters;

import org.jspecify.annotations.NullMarked;
