/** What Inngest is told of users. */
@NullMarked
package io.ticketing.auth.inngest;

import org.jspecify.annotations.NullMarked;
