/**
 * Durable functions on Inngest, and events out to it: what an application programs against.
 *
 * <p>A CDI bean that implements {@link io.ticketing.inngest.InngestFunction} is registered with the Inngest server and called by it; its
 * steps ({@link io.ticketing.inngest.Step}) run at least once, and their results are remembered by the server. One that implements
 * {@link io.ticketing.inngest.FailureHandler} too is told when all attempts of a run are used up. {@link io.ticketing.inngest.InngestClient}
 * sends events.
 *
 * <p>The whole library is off unless {@code inngest.enabled} says otherwise. The packages below this one speak the wire: {@code settings}
 * (where the server is, and how sure we must be of it), {@code signature}, {@code function} (what is served), {@code run} (one call of a
 * function), {@code api} (calls to the server), {@code register}, {@code send} and {@code serve}. Names of sections in the comments are
 * those of Inngest's public SDK specification.
 */
@NullMarked
package io.ticketing.inngest;

import org.jspecify.annotations.NullMarked;
