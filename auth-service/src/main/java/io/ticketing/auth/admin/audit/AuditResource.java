package io.ticketing.auth.admin.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditFilter;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditPlace;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.web.envelope.PagedEnvelope;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.QueryParameters;
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

/** Shows who did what to whom. */
@Path("/api/v1/auth/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "The record of security-relevant acts")
@APIResponse(responseCode = "403", description = "Only for admins")
@RolesAllowed("admin")
@RunOnVirtualThread
public class AuditResource {

    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "List security-relevant acts, newest first",
            description = "Entries are never changed, and are kept for a year.")
    @APIResponse(responseCode = "200", description = "One page of entries")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many entries a page holds at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description = "Only what this user did",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9a-f]{24}$"))
    @Parameter(
            name = "subject",
            in = ParameterIn.QUERY,
            description = "Only what was done to this user",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9a-f]{24}$"))
    @Parameter(
            name = "action",
            in = ParameterIn.QUERY,
            description = "Only what is called so",
            schema = @Schema(implementation = AuditedAction.class))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Only what was done then or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Only what was done before then",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public PagedEnvelope<AuditEntryView> list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        AuditFilter filter = new AuditFilter(
                query.id("actor"),
                query.id("subject"),
                query.oneOf("action", AuditedAction.values(), AuditedAction::wireName),
                query.time("from"),
                query.time("to"));
        Optional<AuditPlace> after = query.cursor(AuditCursor::read);
        Page<AuditEntry> page = Page.of(
                log.newestFirst(filter, after, limit + 1), limit, entry -> AuditCursor.write(AuditPlace.of(entry)));
        return PagedEnvelope.ok(
                "The entries.",
                page.entries().stream().map(AuditEntryView::of).toList(),
                limit,
                page.nextCursor().orElse(null));
    }
}
