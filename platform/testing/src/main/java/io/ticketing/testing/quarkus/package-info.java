/** The real parts as Quarkus test resources; annotate every {@code @QuarkusTest} of a module with the same ones. */
@NullMarked
package io.ticketing.testing.quarkus;

import org.jspecify.annotations.NullMarked;
