package io.ticketing.ticket.comment;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.view.VisibleTickets;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.PagedEnvelope;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.QueryParameters;
import io.ticketing.web.precondition.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Comments on a ticket. A ticket that the caller may not see is as good as none. */
@Path("/tickets/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@Authenticated
@Onboarded
@RunOnVirtualThread
public class CommentsResource {

    private final Commenting commenting;
    private final Comments comments;
    private final CommentViews views;
    private final VisibleTickets tickets;
    private final CurrentCaller currentCaller;

    CommentsResource(
            Commenting commenting,
            Comments comments,
            CommentViews views,
            VisibleTickets tickets,
            CurrentCaller currentCaller) {
        this.commenting = commenting;
        this.comments = comments;
        this.views = views;
        this.tickets = tickets;
        this.currentCaller = currentCaller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "commentTicket",
            summary = "Comment a ticket",
            description =
                    "The requester comments his own, staff comment any, also for staff alone. A comment of the requester reopens a resolved"
                            + " ticket; internal comments leave the ticket, its version and its time as they are.")
    @APIResponse(
            responseCode = "201",
            description = "The comment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommentResponse.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "The comment is internal and you are not staff, onboarding is not complete (data.next says where), or the account is deactivated")
    @APIResponse(responseCode = "404", description = "There is no such ticket, or none that you may see")
    @APIResponse(responseCode = "409", description = "The ticket is closed, and you are its requester")
    @APIResponse(responseCode = "412", description = "The ticket is not as If-Match says any more")
    public CommentResponse add(
            @Parameter(description = "The ticket: 24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("id")
                    String id,
            @Parameter(
                            description = "The ETag of the ticket that you have seen; without it any will do",
                            schema = @Schema(type = SchemaType.STRING))
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid CommentRequest body) {
        Caller author = currentCaller.get();
        Comment comment = commenting.add(author, id, IfMatch.of(ifMatch), body.body(), body.isInternal());
        return CommentResponse.created(views.of(comment, author));
    }

    @GET
    @Operation(
            operationId = "listComments",
            summary = "List the comments on a ticket, oldest first",
            description = "As whoever may read the ticket; internal comments are for staff alone.")
    @APIResponse(responseCode = "200", description = "One page of comments")
    @APIResponse(responseCode = "404", description = "There is no such ticket, or none that you may see")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many comments a page holds at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING))
    public PagedEnvelope<CommentView> list(
            @Parameter(description = "The ticket: 24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("id")
                    String id,
            @Context UriInfo uri) {
        Caller caller = currentCaller.get();
        tickets.get(id, caller);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        long behind = query.cursor(cursor -> comments.number(id, caller.isStaff(), cursor))
                .orElse(0L);
        Page<Comment> page = Page.of(comments.of(id, caller.isStaff(), behind, limit + 1), limit, Comment::id);
        return PagedEnvelope.ok(
                "The comments.",
                views.of(page.entries(), caller),
                limit,
                page.nextCursor().orElse(null));
    }
}
