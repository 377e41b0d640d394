/** Reading the record of security-relevant acts. */
@NullMarked
package io.ticketing.auth.admin.audit;

import org.jspecify.annotations.NullMarked;
