package io.ticketing.auth.admin.roles;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.admin.change.AccountChange;
import io.ticketing.auth.admin.change.ChangedAccount;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserFilter;
import io.ticketing.auth.user.UserLists;
import io.ticketing.auth.user.UserView;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.envelope.PagedEnvelope;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.QueryParameters;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Shows requests for roles, and takes decisions on them. */
@Path("/api/v1/auth/admin/role-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@APIResponse(responseCode = "403", description = "Only for admins")
@APIResponse(responseCode = "400", description = "A field or parameter is wrong; the problem names it")
@RolesAllowed("admin")
@RunOnVirtualThread
public class RoleRequestsResource {

    private final UserLists users;
    private final DecidingRole deciding;
    private final CurrentCaller caller;

    RoleRequestsResource(UserLists users, DecidingRole deciding, CurrentCaller caller) {
        this.users = users;
        this.deciding = deciding;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listRoleRequests", summary = "List users who wait for a role, as requestedRole")
    @APIResponse(responseCode = "200", description = "One page of users, the newest first")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many users a page holds at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING))
    public PagedEnvelope<UserView> list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        Optional<String> after = query.cursor(cursor -> Optional.of(cursor).filter(QueryParameters::isId));
        Page<User> page = Page.of(users.newestFirst(UserFilter.ofRequests(), after, limit + 1), limit, User::id);
        return PagedEnvelope.ok(
                "The requests for roles.",
                page.entries().stream().map(UserView::forAdmin).toList(),
                limit,
                page.nextCursor().orElse(null));
    }

    /** Approves or rejects. */
    @POST
    @Path("/{userId}")
    @Operation(operationId = "decideRoleRequest", summary = "Give a user the role that he asked for, or not")
    @APIResponse(responseCode = "200", description = "The user as he is now")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(
            responseCode = "409",
            description = "The user has no open request; perhaps somebody has decided already")
    public Envelope<UserView> decide(
            @Parameter(description = "24 hex digits", example = "6650f0a1b2c3d4e5f6a7b8c9") @PathParam("userId")
                    String userId,
            @NotNull @Valid RoleDecisionRequest body) {
        boolean approved = body.decision() == RoleDecisionRequest.Decision.APPROVE;
        AccountChange change = deciding.decide(caller.get().userId(), userId, approved);
        if (change instanceof AccountChange.Unchanged) {
            throw new ProblemException(Failure.of(409, "This user has no open request for a role."));
        }
        return Envelope.ok(
                approved ? "The role is given." : "The request is rejected.",
                UserView.forAdmin(ChangedAccount.of(change)));
    }
}
