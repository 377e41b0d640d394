package io.ticketing.auth.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Publishes what others need to verify our tokens. */
@Path("/.well-known/jwks.json")
@Tag(name = "Auth")
@RunOnVirtualThread
public class KeySetResource {

    private static final String EXAMPLE = """
            {"keys":[{"kty":"EC","kid":"Vm0…","use":"sig","alg":"ES256","crv":"P-256","x":"f83…","y":"x_F…"}]}""";

    private final SigningKeys keys;

    KeySetResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** The public keys. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getKeySet", summary = "The public keys that verify access tokens (RFC 7517)")
    @APIResponse(
            responseCode = "200",
            description = "The key set; it may be kept for five minutes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "keys",
                                            properties = @SchemaProperty(name = "keys", type = SchemaType.ARRAY)),
                            examples = @ExampleObject(name = "one key", value = EXAMPLE)))
    public RestResponse<String> keySet() {
        return ResponseBuilder.ok(PublicKeySet.json(keys.all()))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
