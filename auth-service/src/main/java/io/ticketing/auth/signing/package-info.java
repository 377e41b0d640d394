/** The keys that sign access tokens: kept encrypted in the database, shared by all replicas, published as a key set. */
@NullMarked
package io.ticketing.auth.signing;

import org.jspecify.annotations.NullMarked;
