/** Users as this service keeps them: state, facts, and the answer that shows them. */
@NullMarked
package io.ticketing.auth.user;

import org.jspecify.annotations.NullMarked;
