package io.ticketing.auth.admin.users;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserFilter;
import io.ticketing.auth.user.UserLists;
import io.ticketing.auth.user.UserView;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
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

/** Lists users. */
@Path("/api/v1/auth/get-users-account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users", description = "Accounts in the hands of admins")
@APIResponse(responseCode = "403", description = "Only for admins")
@RolesAllowed("admin")
@RunOnVirtualThread
public class ListUsersResource {

    private static final int LONGEST_SEARCH = 100;

    private final UserLists users;

    ListUsersResource(UserLists users) {
        this.users = users;
    }

    @GET
    @Operation(
            operationId = "listUsers",
            summary = "List users, newest first",
            description = "Users who register meanwhile move nothing between pages.")
    @APIResponse(responseCode = "200", description = "One page of users")
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
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            description = "Only users with that role",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"student", "moderator", "admin"}))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only users with that status",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"active", "inactive"}))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Only users with that text in their username or e-mail address, in either case",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_SEARCH))
    public PagedEnvelope<UserView> list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        UserFilter filter = new UserFilter(
                query.oneOf("role", Role.values(), Role::wireName),
                query.oneOf("status", AccountStatus.values(), AccountStatus::wireName),
                query.text("q", LONGEST_SEARCH),
                false);
        Optional<String> after = query.cursor(cursor -> Optional.of(cursor).filter(QueryParameters::isId));
        Page<User> page = Page.of(users.newestFirst(filter, after, limit + 1), limit, User::id);
        return PagedEnvelope.ok(
                "The users.",
                page.entries().stream().map(UserView::forAdmin).toList(),
                limit,
                page.nextCursor().orElse(null));
    }
}
