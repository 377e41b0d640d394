/** Accounts and the links that are mailed for them. */
@NullMarked
package io.ticketing.e2e.account;

import org.jspecify.annotations.NullMarked;
