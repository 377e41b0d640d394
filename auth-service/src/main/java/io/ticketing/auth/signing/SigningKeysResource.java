package io.ticketing.auth.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.envelope.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Shows the keys that sign tokens, and lets an admin ask for the next one before its time. */
@Path("/api/v1/auth/admin/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys", description = "The keys that sign access tokens")
@APIResponse(responseCode = "403", description = "Only for admins")
@RolesAllowed("admin")
@RunOnVirtualThread
public class SigningKeysResource {

    private final SigningKeys keys;
    private final KeyRotation rotation;
    private final CurrentCaller caller;
    private final Clock clock;

    SigningKeysResource(SigningKeys keys, KeyRotation rotation, CurrentCaller caller, Clock clock) {
        this.keys = keys;
        this.rotation = rotation;
        this.caller = caller;
        this.clock = clock;
    }

    /** The keys, oldest first. */
    @GET
    @Operation(operationId = "listSigningKeys", summary = "List the keys that sign or verify access tokens")
    @APIResponse(responseCode = "200", description = "The keys, oldest first; nothing of the keys themselves")
    public Envelope<List<SigningKeyView>> list() {
        KeyRing ring = keys.reread();
        Instant now = clock.instant();
        return Envelope.ok(
                "The signing keys.",
                ring.verifying(now).stream()
                        .map(key -> SigningKeyView.of(key, ring.state(key, now)))
                        .toList());
    }

    /** Makes the next key. */
    @POST
    @Operation(
            operationId = "addSigningKey",
            summary = "Make the next signing key",
            description =
                    "It is published at once and signs ten minutes later, when everybody who verifies tokens knows it. While"
                            + " one is waiting to sign no other is made.")
    @APIResponse(
            responseCode = "201",
            description = "The new key",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "EnvelopeSigningKeyView")))
    @APIResponse(responseCode = "200", description = "The key that was waiting already")
    public RestResponse<Envelope<SigningKeyView>> add() {
        NextKey next = rotation.add(caller.get().userId());
        SigningKeyView view = SigningKeyView.of(next.key(), KeyState.NEXT);
        return next.made()
                ? ResponseBuilder.create(RestResponse.Status.CREATED, Envelope.created("The next key is made.", view))
                        .build()
                : ResponseBuilder.ok(Envelope.ok("A key is waiting to sign already.", view))
                        .build();
    }
}
