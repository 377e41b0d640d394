/** Accounts in the hands of admins. */
@NullMarked
package io.ticketing.auth.admin.users;

import org.jspecify.annotations.NullMarked;
