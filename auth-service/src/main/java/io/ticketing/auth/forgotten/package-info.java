/** Forgotten passwords: the request, which is stored and worked off, and setting a new one by the link that is mailed. */
@NullMarked
package io.ticketing.auth.forgotten;

import org.jspecify.annotations.NullMarked;
