/** The record of security-relevant acts: who did what to whom, when and from where. It is added to, and never changed. */
@NullMarked
package io.ticketing.auth.audit;

import org.jspecify.annotations.NullMarked;
