/** Who calls: signing keys, and the signature over a call. */
@NullMarked
package io.ticketing.inngest.signature;

import org.jspecify.annotations.NullMarked;
