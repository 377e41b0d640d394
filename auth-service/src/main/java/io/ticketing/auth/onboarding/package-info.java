/** Onboarding: the answers, the role that somebody chooses, and what becomes of the choice. */
@NullMarked
package io.ticketing.auth.onboarding;

import org.jspecify.annotations.NullMarked;
