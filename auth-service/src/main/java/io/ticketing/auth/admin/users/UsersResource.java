package io.ticketing.auth.admin.users;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.admin.change.AccountChange;
import io.ticketing.auth.admin.change.ChangedAccount;
import io.ticketing.auth.user.UserView;
import io.ticketing.events.AccountStatus;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.list.QueryParameters;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** Changes and deletes accounts. */
@Path("/api/v1/auth/admin/user/{userId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@APIResponse(responseCode = "403", description = "Only for admins")
@APIResponse(responseCode = "404", description = "There is no such user")
@APIResponse(
        responseCode = "409",
        description = "No active admin would be left, or the e-mail address or username is taken")
@RolesAllowed("admin")
@RunOnVirtualThread
public class UsersResource {

    private static final String ID = "24 hex digits";
    private static final String SOME_ID = "6650f0a1b2c3d4e5f6a7b8c9";

    private final UpdatingUser updating;
    private final CurrentCaller caller;
    private final Clock clock;

    UsersResource(UpdatingUser updating, CurrentCaller caller, Clock clock) {
        this.updating = updating;
        this.caller = caller;
        this.clock = clock;
    }

    /** Changes an account. */
    @PATCH
    @Path("/update-account")
    @Operation(
            operationId = "updateUserAccount",
            summary = "Change a user's account",
            description = "What is not sent stays. Another e-mail address has to be proven: a link is mailed there.")
    @APIResponse(responseCode = "200", description = "The user as he is now")
    public Envelope<UserView> update(
            @Parameter(description = ID, example = SOME_ID) @PathParam("userId") String userId,
            @NotNull @Valid UpdateUserRequest body) {
        return updated(updating.update(adminId(), userId, body.updateAt(clock.instant())));
    }

    /** Deletes an account, and everything personal of its user. */
    @DELETE
    @Operation(
            operationId = "deleteUser",
            summary = "Delete a user",
            description = "All that is known of him is erased everywhere within seconds; nobody deletes himself.")
    @APIResponse(responseCode = "200", description = "The user is gone")
    public Envelope<DeletedUserView> delete(
            @Parameter(description = ID, example = SOME_ID) @PathParam("userId") String userId) {
        if (userId.equals(adminId())) {
            throw new ProblemException(Failure.of(403, "Nobody deletes himself; ask another administrator."));
        }
        ChangedAccount.of(updating.delete(adminId(), userId));
        return Envelope.ok("The user is deleted.", new DeletedUserView(userId));
    }

    /** Activates or deactivates an account. */
    @PATCH
    @Path("/status")
    @Operation(operationId = "setUserStatus", summary = "Activate or deactivate a user; toggles when no status is sent")
    @APIResponse(responseCode = "200", description = "The user as he is now")
    public Envelope<UserView> setStatus(
            @Parameter(description = ID, example = SOME_ID) @PathParam("userId") String userId,
            @RequestBody(required = false) @Nullable StatusRequest body) {
        return setStatus(userId, Optional.ofNullable(body).map(StatusRequest::status));
    }

    /** The same for older clients. A page of somebody else's could make a browser call it, so the session cookie gives nothing here. */
    @GET
    @Path("/status")
    @Cache(noStore = true)
    @Operation(
            operationId = "setUserStatusByGet",
            summary = "Activate or deactivate a user; toggles when no status is sent",
            description = "Kept for older clients; use PATCH. Needs a bearer token: the session cookie does not count.",
            deprecated = true)
    @APIResponse(responseCode = "200", description = "The user as he is now")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Left out: the other one than now",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"active", "inactive"}))
    public Envelope<UserView> setStatusByGet(
            @Parameter(description = ID, example = SOME_ID) @PathParam("userId") String userId, @Context UriInfo uri) {
        if (caller.isBySession()) {
            throw new ProblemException(Failure.unauthorized());
        }
        return setStatus(
                userId,
                new QueryParameters(uri.getQueryParameters())
                        .oneOf("status", AccountStatus.values(), AccountStatus::wireName));
    }

    /** Whoever asks in this way only wants to look; left to itself the framework would answer by way of GET, and so change the status. */
    @HEAD
    @Path("/status")
    @Operation(hidden = true)
    public void lookAtStatus() {
        throw new ProblemException(Failure.of(405));
    }

    private Envelope<UserView> setStatus(String userId, Optional<AccountStatus> status) {
        return updated(status.map(wanted -> updating.update(adminId(), userId, AccountUpdate.of(wanted)))
                .orElseGet(() -> updating.toggle(adminId(), userId)));
    }

    private static Envelope<UserView> updated(AccountChange change) {
        return Envelope.ok("The account is updated.", UserView.forAdmin(ChangedAccount.of(change)));
    }

    private String adminId() {
        return caller.get().userId();
    }
}
