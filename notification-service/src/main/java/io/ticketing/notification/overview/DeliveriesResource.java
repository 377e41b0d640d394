package io.ticketing.notification.overview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.PagedEnvelope;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.QueryParameters;
import io.ticketing.web.list.TimePlace;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists mails. */
@Path("/notifications/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "Mails, and how far they have come")
@RolesAllowed({"moderator", "admin"})
@Onboarded
@RunOnVirtualThread
public class DeliveriesResource {

    private final ListingDeliveries deliveries;

    DeliveriesResource(ListingDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Operation(
            operationId = "listDeliveries",
            summary = "List mails, newest first",
            description =
                    "To whom, which one and how far it has come; not what it says. Those to whoever was deleted are gone.")
    @APIResponse(responseCode = "200", description = "One page of mails")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many mails a page holds at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before, with the same state",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only mails in that state",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"queued", "sending", "sent", "deferred", "dead"}))
    public PagedEnvelope<DeliveryView> list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        Optional<DeliveryState> state = query.oneOf("state", DeliveryState.values(), DeliveryState::wireName);
        Page<DeliveryView> page = deliveries.page(state, query.cursor(TimePlace::read), limit);
        return PagedEnvelope.ok(
                "The mails.", page.entries(), limit, page.nextCursor().orElse(null));
    }
}
